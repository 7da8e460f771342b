//! The counts of the matrix agree with the rows of their cells.

use list::TargetKind;
use search::{Choice, Index, IndicatorsWithFigure, Lexicon, Matrix, Query, View, explore};
use test_support::bundled_list;

#[test]
fn every_cell_leads_to_as_many_rows_as_it_counts() {
    let dataset = bundled_list();
    let index = Index::new(dataset, Lexicon::default());
    let found = |query: &Query| explore(&index, query, &IndicatorsWithFigure::new()).rows;
    for query in [Query { view: Some(View::Matrix), ..Query::default() }, Query::only(Choice::Kind(TargetKind::Reach))]
    {
        let matrix = Matrix::of(dataset, &found(&query));
        assert_eq!(matrix.total, found(&query).len());
        assert_eq!(matrix.rows.len(), dataset.goals.len());
        for row in &matrix.rows {
            assert_eq!(row.total, row.counts.iter().sum::<usize>());
            for (kind, count) in TargetKind::ALL.into_iter().zip(row.counts) {
                let cell = query.for_matrix_cell(Some(&row.goal), Some(kind));
                assert_ne!(cell.view, Some(View::Matrix));
                if count > 0 {
                    assert_eq!(found(&cell).len(), count, "{} {kind:?}", row.goal);
                }
            }
            assert_eq!(found(&query.for_matrix_cell(Some(&row.goal), None)).len(), row.total);
        }
        for (kind, count) in TargetKind::ALL.into_iter().zip(matrix.totals) {
            let of_rows: usize = matrix.rows.iter().map(|row| row.counts[kind as usize]).sum();
            assert_eq!(of_rows, count, "{kind:?}");
        }
    }
}

#[test]
fn an_empty_result_is_a_matrix_of_zeros() {
    let dataset = bundled_list();
    let matrix = Matrix::of(dataset, &[usize::MAX]);
    assert_eq!((matrix.total, matrix.rows.len()), (0, dataset.goals.len()));
}
