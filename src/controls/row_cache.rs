//! A row that leaves the page is cached, so that showing it again costs only the insertion of its element.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    hash::Hash,
    rc::Rc,
};

use leptos::{
    prelude::*,
    tachys::view::{Mountable, Render, any_view::AnyViewState},
    web_sys::Element,
};

/// How many rows outside the page are kept: all of a list of usual length.
const CAPACITY: usize = 240;
/// How many rows are dropped per change, up to twice the capacity. Dropping all at once would delay a frame.
const DROPPED_PER_CHANGE: usize = 16;

struct CachedRow {
    element: Element,
    _view: AnyViewState,
    owner: Owner,
    in_page: RwSignal<bool>,
    /// The number of the change with which it last left the page.
    removed_at: u32,
}

impl CachedRow {
    fn is_in_page(&self) -> bool {
        self.in_page.try_get_untracked() == Some(true)
    }
}

struct RowCache<T> {
    render: Box<dyn Fn(T, Signal<bool>) -> AnyView>,
    parent: Owner,
    rows: HashMap<T, CachedRow>,
    in_page: Vec<T>,
    change: u32,
    /// Owners of dropped rows. They are used again, because a parent remembers every child it ever had.
    spare_owners: Vec<Owner>,
}

/// A directive that fills its element with `rows`, each rendered by `render` as one element. The signal given to
/// `render` says whether the row is in the page. `rows` has no duplicates.
pub fn row_cache<T: Copy + Eq + Hash + Send + Sync + 'static>(
    rows: Memo<Vec<T>>,
    render: impl Fn(T, Signal<bool>) -> AnyView + Clone + 'static,
) -> impl Fn(Element) + Clone {
    let parent = Owner::current().unwrap_or_default();
    move |list: Element| {
        list.set_text_content(None);
        let cache = Rc::new(RefCell::new(RowCache {
            render: Box::new(render.clone()),
            parent: parent.clone(),
            rows: HashMap::new(),
            in_page: Vec::new(),
            change: 0,
            spare_owners: Vec::new(),
        }));
        // At once, because a page that opens may be scrolled to an earlier position; the effect runs later.
        cache.borrow_mut().show(&list, &rows.read_untracked());
        parent.with(|| {
            Effect::new(move || cache.borrow_mut().show(&list, &rows.read()));
        });
    }
}

impl<T: Copy + Eq + Hash> RowCache<T> {
    /// Makes `rows` the children of `list`. Appending to a list costs only the rows that are added.
    fn show(&mut self, list: &Element, rows: &[T]) {
        let unchanged = self.in_page.iter().zip(rows).take_while(|(present, row)| present == row).count();
        let mut before = self.in_page.split_off(unchanged);
        let after = rows.get(unchanged..).unwrap_or_default();
        self.change = self.change.wrapping_add(1);
        for &row in after {
            if !self.rows.contains_key(&row)
                && let Some(rendered) = self.render(row)
            {
                self.rows.insert(row, rendered);
            }
        }
        let wanted: HashSet<T> = after.iter().copied().collect();
        before.retain(|row| {
            let stays = wanted.contains(row);
            if !stays && let Some(cached) = self.rows.get_mut(row) {
                cached.element.remove();
                cached.in_page.set(false);
                cached.removed_at = self.change;
            }
            stays
        });
        self.insert(list, before, after);
        self.in_page.extend_from_slice(after);
        self.drop_oldest();
    }

    /// Renders a row; `None` where there is nothing to show for it.
    fn render(&mut self, row: T) -> Option<CachedRow> {
        let owner = self.spare_owners.pop().unwrap_or_else(|| self.parent.child());
        let (view, in_page) = owner.with(|| {
            let in_page = RwSignal::new(false);
            ((self.render)(row, in_page.into()).build(), in_page)
        });
        let element = view.elements().into_iter().next()?;
        Some(CachedRow { element, _view: view, owner, in_page, removed_at: self.change })
    }

    /// Inserts `rows` at the end of the list, where `present` are already, and moves as few of those as it simply can.
    fn insert(&self, list: &Element, present: Vec<T>, rows: &[T]) {
        let mut present = present.into_iter().peekable();
        let mut moved = HashSet::new();
        for row in rows {
            while present.next_if(|next| moved.contains(next)).is_some() {}
            if present.next_if_eq(row).is_some() {
                continue;
            }
            let Some(cached) = self.rows.get(row) else { continue };
            let next = present.peek().and_then(|next| self.rows.get(next));
            // Fails only where `next` is not in the list; this cache put it there.
            let _ = list.insert_before(&cached.element, next.map(|next| &*next.element));
            if cached.is_in_page() {
                moved.insert(*row);
            } else {
                cached.in_page.set(true);
            }
        }
    }

    fn drop_oldest(&mut self) {
        let outside = self.rows.len().saturating_sub(self.in_page.len());
        let count = outside.saturating_sub(CAPACITY).min(DROPPED_PER_CHANGE).max(outside.saturating_sub(2 * CAPACITY));
        if count == 0 {
            return;
        }
        let rows = self.rows.iter().filter(|(_, cached)| !cached.is_in_page());
        let mut oldest: Vec<(u32, T)> = rows.map(|(&row, cached)| (cached.removed_at, row)).collect();
        oldest.sort_unstable_by_key(|&(removed_at, _)| removed_at);
        for (_, row) in oldest.into_iter().take(count) {
            if let Some(CachedRow { owner, .. }) = self.rows.remove(&row) {
                owner.cleanup();
                self.spare_owners.push(owner);
            }
        }
    }
}

/// `signal` as it was when the row was last in the page.
pub fn while_in_page<T: Clone + PartialEq + Send + Sync + 'static>(
    in_page: Signal<bool>,
    signal: Signal<T>,
) -> Signal<T> {
    Memo::new(move |last: Option<&T>| match last {
        Some(last) if !in_page.get() => last.clone(),
        _ => signal.get(),
    })
    .into()
}
