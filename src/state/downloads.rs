use list::Dataset;
use words::text::{self, notes::file_name};

use super::Messages;
use crate::browser::{download, system};

/// Offers files to save, and reports where the browser refuses.
#[derive(Clone, Copy)]
pub struct Downloads {
    dataset: &'static Dataset,
    messages: Messages,
}

impl Downloads {
    pub fn new(dataset: &'static Dataset, messages: Messages) -> Self {
        Self { dataset, messages }
    }

    /// Offers a file under this name. Returns whether the browser took it.
    pub fn offer(self, name: &str, media_type: &str, text: &str) -> bool {
        let offered = download::offer(name, media_type, text).is_some();
        if !offered {
            self.messages.show(text::storage::no_download().to_owned());
        }
        offered
    }

    /// Offers a file named after its content, the list's edition and today.
    pub fn offer_named(self, content: &str, extension: &str, media_type: &str, text: &str) {
        let name = file_name(self.dataset, content, system::today(), extension);
        self.offer(&name, media_type, text);
    }
}
