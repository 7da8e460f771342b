use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

const FORMAT: &str = "deflate-raw";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnpackError {
    /// The browser has no decompression.
    Missing,
    Damaged,
    TooLarge,
}

/// `None` where the browser cannot.
pub async fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let packer = CompressionStream::new(FORMAT).ok()?;
    run(bytes, packer.into(), usize::MAX).await.ok()
}

/// Stops as soon as the result has more than `limit` bytes.
pub async fn unpack(bytes: &[u8], limit: usize) -> Result<Vec<u8>, UnpackError> {
    let unpacker = DecompressionStream::new(FORMAT).map_err(|_| UnpackError::Missing)?;
    run(bytes, unpacker.into(), limit).await
}

async fn run(bytes: &[u8], through: JsValue, limit: usize) -> Result<Vec<u8>, UnpackError> {
    let damaged = |_: JsValue| UnpackError::Damaged;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts).map_err(damaged)?;
    let pair: ReadableWritablePair = through.unchecked_into();
    let reader: ReadableStreamDefaultReader = source.stream().pipe_through(&pair).get_reader().unchecked_into();
    let mut result = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(damaged)?;
        let value = Reflect::get(&part, &JsValue::from_str("value")).map_err(damaged)?;
        let Ok(value) = value.dyn_into::<Uint8Array>() else { return Ok(result) };
        if value.length() as usize > limit.saturating_sub(result.len()) {
            // The rest is not needed.
            let _ = reader.cancel();
            return Err(UnpackError::TooLarge);
        }
        result.extend(value.to_vec());
    }
}
