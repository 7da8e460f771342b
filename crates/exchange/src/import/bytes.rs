//! Decodes the bytes of a file.

use words::text::import as text;

/// The maximum size of a file in bytes.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

pub fn too_large(bytes: f64) -> String {
    let megabytes = format::number((bytes / 1024.0 / 1024.0 * 10.0).ceil() / 10.0);
    text::too_large(megabytes)
}

/// The text of a file: UTF-8 or UTF-16 with or without a byte order mark, or else the result of `shift_jis`, which
/// Excel in Japan writes. The error is a sentence about what the file is instead, and what to do.
pub fn decode(bytes: &[u8], shift_jis: impl FnOnce(&[u8]) -> Option<String>) -> Result<String, String> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large(bytes.len() as f64));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(text::workbook().to_owned());
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map(str::to_owned).ok().or_else(|| shift_jis(bytes)),
    };
    text.filter(|text| !text.contains('\0')).ok_or_else(|| text::not_text().to_owned())
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| read(*pair));
    rest.is_empty().then(|| char::decode_utf16(units).collect::<Result<_, _>>().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_spelling() {
        let none = |_: &[u8]| None;
        let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        assert_eq!(decode("指標".as_bytes(), none).unwrap(), "指標");
        assert_eq!(decode("\u{feff}指標".as_bytes(), none).unwrap(), "指標");
        assert_eq!(decode(&utf16("\u{feff}指標"), none).unwrap(), "指標");
        let shift_jis = |bytes: &[u8]| (bytes == [0x8E, 0x77]).then(|| "指".to_owned());
        assert_eq!(decode(&[0x8E, 0x77], shift_jis).unwrap(), "指");
    }

    #[test]
    fn a_file_that_is_not_text_is_refused_with_advice() {
        let none = |_: &[u8]| None;
        for (bytes, says) in [
            (&b"PK\x03\x04xlsx"[..], "CSV"),
            (&[0xFF, 0xFF, 0xFF], "Shift_JIS"),
            (b"a\0b", "Shift_JIS"),
            (&[0xFF, 0xFE, 0x41], "Shift_JIS"),
            (&vec![b'a'; MAX_BYTES + 1], "5MBまで"),
        ] {
            let refused = decode(bytes, none).unwrap_err();
            assert!(refused.contains(says), "{refused}");
        }
        assert!(decode(&vec![b'a'; MAX_BYTES], none).is_ok());
        assert!(too_large(6_000_000.0).contains("5.8MB"));
    }
}
