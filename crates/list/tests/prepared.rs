//! The prepared list holds everything of the list, and damage is noticed.

#![cfg(test)]

use list::{InvalidPreparedList, PreparedList, SearchWords, checksum};
use test_support::{bundled_list, bundled_words, small_list};

fn prepared() -> [PreparedList; 2] {
    [
        PreparedList { contents: bundled_list().clone().into_contents(), search_words: bundled_words() },
        PreparedList { contents: small_list().clone().into_contents(), search_words: SearchWords::default() },
    ]
}

#[test]
fn what_was_encoded_is_decoded() {
    for list in prepared() {
        assert_eq!(PreparedList::decode(&list.encode().unwrap()), Ok(list));
    }
}

#[test]
fn damage_is_noticed() {
    for list in prepared() {
        let bytes = list.encode().unwrap();
        for at in (0..bytes.len()).step_by(bytes.len() / 97) {
            let mut damaged = bytes.clone();
            if let Some(byte) = damaged.get_mut(at) {
                *byte ^= 0x10;
            }
            assert_eq!(PreparedList::decode(&damaged), Err(InvalidPreparedList), "byte {at}");
            assert_eq!(PreparedList::decode(bytes.get(..at).unwrap()), Err(InvalidPreparedList), "cut at {at}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(PreparedList::decode(&longer), Err(InvalidPreparedList));
    }
}

#[test]
fn the_checksum_is_the_usual_one() {
    assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    assert_eq!(checksum(b""), 0);
}
