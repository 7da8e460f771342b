//! The list as the app receives it: a compact binary file with a checksum. The build validates a list file and writes
//! this form; the app only decodes it.

use crc::{CRC_32_ISO_HDLC, Crc};
use serde::{Deserialize, Serialize};

use super::{model::Contents, search_words::SearchWords};

static CRC_32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// CRC-32 as in zip and PNG: it detects damage, not intent.
pub fn checksum(bytes: &[u8]) -> u32 {
    CRC_32.checksum(bytes)
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreparedList {
    pub contents: Contents,
    pub search_words: SearchWords,
}

/// The bytes are damaged, or another version of the program has written them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the prepared list is damaged or belongs to another version of the program")]
pub struct InvalidPreparedList;

impl PreparedList {
    /// The bytes of the file: the records in postcard's format, then their checksum. Never fails for a list that fits in
    /// memory.
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut bytes = postcard::to_allocvec(self)?;
        bytes.extend(checksum(&bytes).to_le_bytes());
        Ok(bytes)
    }

    /// Reads only what [`Self::encode`] has written.
    pub fn decode(bytes: &[u8]) -> Result<Self, InvalidPreparedList> {
        let (records, sum) = bytes.split_last_chunk().ok_or(InvalidPreparedList)?;
        if checksum(records) != u32::from_le_bytes(*sum) {
            return Err(InvalidPreparedList);
        }
        postcard::from_bytes(records).map_err(|_| InvalidPreparedList)
    }
}
