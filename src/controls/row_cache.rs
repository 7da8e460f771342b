//! The lines of a list that changes with every key press. A line that leaves the page stays made, so that finding it again
//! costs no more than putting it back.

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

/// How many lines outside the page are kept: a list of usual length is made once.
const KEPT: usize = 240;
/// How many are let go of with a change, while not twice as many are kept.
const FEW: usize = 16;

/// A line that has been made.
struct Made {
    element: Element,
    /// Holds what keeps the element up to date.
    _view: AnyViewState,
    owner: Owner,
    in_page: RwSignal<bool>,
    /// The change of the list with which it last left the page.
    left: u32,
}

impl Made {
    fn is_in_page(&self) -> bool {
        self.in_page.try_get_untracked() == Some(true)
    }
}

/// All lines that are made, by what they are of.
struct Lines<T> {
    make: Box<dyn Fn(T, Signal<bool>) -> AnyView>,
    parent: Owner,
    made: HashMap<T, Made>,
    /// Those in the page, in its order.
    in_page: Vec<T>,
    /// The number of the present change.
    change: u32,
    /// Owners of lines that were let go of. They are used again, because a parent remembers every child it ever had.
    spare: Vec<Owner>,
}

/// Keeps the element it is used on filled with `lines`, each made by `make` as one element. The signal that `make` gets
/// says whether the line is in the page: what is not need not follow what changes with every key press.
///
/// A line comes up only once in `lines`.
pub fn row_cache<T: Copy + Eq + Hash + Send + Sync + 'static>(
    lines: Memo<Vec<T>>,
    make: impl Fn(T, Signal<bool>) -> AnyView + Clone + 'static,
) -> impl Fn(Element) + Clone {
    let parent = Owner::current().unwrap_or_default();
    move |list: Element| {
        list.set_text_content(None);
        let kept = Rc::new(RefCell::new(Lines {
            make: Box::new(make.clone()),
            parent: parent.clone(),
            made: HashMap::new(),
            in_page: Vec::new(),
            change: 0,
            spare: Vec::new(),
        }));
        // At once, because a page that opens may be scrolled to where the reader was; the effect follows later.
        kept.borrow_mut().show(&list, &lines.read_untracked());
        parent.with(|| {
            Effect::new(move || kept.borrow_mut().show(&list, &lines.read()));
        });
    }
}

impl<T: Copy + Eq + Hash> Lines<T> {
    /// Makes `lines` what stands in `list`. A list that only becomes longer costs what is added.
    fn show(&mut self, list: &Element, lines: &[T]) {
        let pairs = self.in_page.iter().zip(lines);
        let same = pairs.take_while(|(one, other)| one == other).count();
        let before = self.in_page.split_off(same);
        let after = lines.get(same..).unwrap_or_default();
        self.change = self.change.wrapping_add(1);
        for &line in after {
            if !self.made.contains_key(&line)
                && let Some(made) = self.make(line)
            {
                self.made.insert(line, made);
            }
        }
        let left = self.take_out(before, after);
        self.put_in(list, left, after);
        self.in_page.extend_from_slice(after);
        self.let_go();
    }

    /// Makes a line; none where there is nothing to show for it.
    fn make(&mut self, line: T) -> Option<Made> {
        let owner = self.spare.pop().unwrap_or_else(|| self.parent.child());
        let (view, in_page) = owner.with(|| {
            let in_page = RwSignal::new(false);
            ((self.make)(line, in_page.into()).build(), in_page)
        });
        Some(Made { element: view.elements().into_iter().next()?, _view: view, owner, in_page, left: self.change })
    }

    /// Takes out of the page what stood there and is not wanted any more; returns what is left, in its order.
    fn take_out(&mut self, mut before: Vec<T>, wanted: &[T]) -> Vec<T> {
        let wanted: HashSet<T> = wanted.iter().copied().collect();
        before.retain(|line| {
            let stays = wanted.contains(line);
            if !stays && let Some(made) = self.made.get_mut(line) {
                made.element.remove();
                made.in_page.set(false);
                made.left = self.change;
            }
            stays
        });
        before
    }

    /// Puts `lines` at the end of the list, where `left` are already, and touches as few of those as it simply can.
    fn put_in(&self, list: &Element, left: Vec<T>, lines: &[T]) {
        let mut places = left.into_iter().peekable();
        let mut moved = HashSet::new();
        for line in lines {
            while places.next_if(|place| moved.contains(place)).is_some() {}
            if places.next_if_eq(line).is_some() {
                continue;
            }
            let Some(made) = self.made.get(line) else {
                continue;
            };
            let place = places.peek().and_then(|place| self.made.get(place));
            // Refused only for a place that is not in the list; every place was put there by us.
            let _ = list.insert_before(&made.element, place.map(|made| &*made.element));
            if made.is_in_page() {
                moved.insert(*line);
            } else {
                made.in_page.set(true);
            }
        }
    }

    /// Lets go of the lines that were in the page longest ago, few with each change: all at once would hold up a frame.
    fn let_go(&mut self) {
        let out = self.made.len() - self.in_page.len().min(self.made.len());
        let few = out.saturating_sub(KEPT).min(FEW).max(out.saturating_sub(2 * KEPT));
        if few == 0 {
            return;
        }
        let mut old: Vec<(u32, T)> =
            self.made.iter().filter(|(_, made)| !made.is_in_page()).map(|(&line, made)| (made.left, line)).collect();
        old.sort_unstable_by_key(|&(left, _)| left);
        for (_, line) in old.into_iter().take(few) {
            if let Some(Made { owner, .. }) = self.made.remove(&line) {
                owner.cleanup();
                self.spare.push(owner);
            }
        }
    }
}

/// `signal` as it was when the line was last in the page.
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
