//! Reading a file the reader hands over.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

/// The bytes of a file; `None` where the browser cannot read it (moved, no permission).
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The text in Shift_JIS, as Excel in Japan writes CSV; `None` for what is none.
pub fn shift_jis(bytes: &[u8]) -> Option<String> {
    // Without `fatal` every byte would become some character.
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("shift_jis", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
