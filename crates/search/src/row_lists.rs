//! A list of items per row, stored in one buffer.

/// Rows are appended one after the other.
#[derive(Debug, Clone)]
pub(super) struct RowLists<T> {
    items: Vec<T>,
    /// Where each row ends in `items`.
    ends: Vec<u32>,
}

impl<T> Default for RowLists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> RowLists<T> {
    pub(super) fn push_row(&mut self, items: impl IntoIterator<Item = T>) {
        self.push_row_with(|row| row.extend(items));
    }

    /// `append` adds the items of the row.
    pub(super) fn push_row_with(&mut self, append: impl FnOnce(&mut Vec<T>)) {
        append(&mut self.items);
        // Four billion items would need many gigabytes; such a list cannot be loaded.
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn items(&self) -> &[T] {
        &self.items
    }

    pub(super) fn ends(&self) -> impl Iterator<Item = usize> {
        self.ends.iter().map(|&end| end as usize)
    }

    /// Empty beyond the last row.
    pub(super) fn row(&self, row: usize) -> &[T] {
        let end = |row: usize| self.ends.get(row).map_or(0, |&end| end as usize);
        let start = row.checked_sub(1).map_or(0, end);
        self.items.get(start..end(row)).unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        let mut start = 0;
        self.ends().map(move |end| self.items.get(std::mem::replace(&mut start, end)..end).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_they_were_pushed() {
        let pushed: [&[u8]; 4] = [&[1, 2], &[], &[3], &[]];
        let mut rows = RowLists::default();
        for row in pushed {
            rows.push_row(row.iter().copied());
        }
        assert!(rows.iter().eq(pushed));
        assert!((0..4).map(|row| rows.row(row)).eq(pushed));
        assert!(rows.row(4).is_empty());
    }
}
