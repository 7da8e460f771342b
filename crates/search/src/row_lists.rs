//! Lists of different lengths, one per row, end to end in one buffer.

/// For each row a list of items. Rows are built one after the other.
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
    /// The items of all rows, for appending to the row that is being built.
    pub(super) fn items_mut(&mut self) -> &mut Vec<T> {
        &mut self.items
    }

    /// The items of all rows.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }

    /// Where each row ends among the items.
    pub(super) fn ends(&self) -> impl Iterator<Item = usize> {
        self.ends.iter().map(|&end| end as usize)
    }

    /// Ends the row that is being built.
    pub(super) fn end_row(&mut self) {
        // Four billion items would be many gigabytes; a list that large does not load.
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// A row; empty beyond the last one.
    pub(super) fn row(&self, row: usize) -> &[T] {
        let end = |row: usize| self.ends.get(row).map_or(0, |&end| end as usize);
        let begin = row.checked_sub(1).map_or(0, end);
        self.items.get(begin..end(row)).unwrap_or_default()
    }

    /// The row that is being built.
    pub(super) fn open_row(&self) -> &[T] {
        let begin = self.ends.last().map_or(0, |&end| end as usize);
        self.items.get(begin..).unwrap_or_default()
    }

    /// All rows in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        let mut begin = 0;
        self.ends().map(move |end| {
            let row = self.items.get(begin..end).unwrap_or_default();
            begin = end;
            row
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were_built() {
        let built: [&[u8]; 4] = [&[1, 2], &[], &[3], &[]];
        let mut rows = RowLists::default();
        for row in built {
            rows.items_mut().extend_from_slice(row);
            assert_eq!(rows.open_row(), row);
            rows.end_row();
        }
        assert!(rows.iter().eq(built));
        assert!((0..4).map(|row| rows.row(row)).eq(built));
        assert!(rows.row(4).is_empty());
    }
}
