//! Lays out single passes of a composition.
//!
//! Typst lays a document out again until all that looks at other places of it, such as the number of a page, comes to rest:
//! three passes for a booklet, of which the first takes two thirds of the time.

use comemo::{Constraint, Track as _};
use typst::World;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Output as _, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::utils::Protected;
use typst_layout::PagedDocument;

/// After so many passes a document is left to Typst itself.
const MOST_PASSES: usize = 3;

/// The pages after the first pass; `None` if Typst finds an error, which the whole run then tells.
///
/// What has no room after that has none, since what is not known yet leaves its place empty. A run that goes on takes the first
/// pass from Typst's memory.
pub(super) fn first_pass(world: &dyn World) -> Option<PagedDocument> {
    let content = content(world)?;
    Some(pass(world, &content, &EmptyIntrospector)?.document)
}

/// The pages of a document that hardly differs from the one `before`: where all that looks at other places still finds the
/// same there, one pass is enough. `None` if it does not come to rest soon, or if Typst finds an error.
pub(super) fn passes_after(world: &dyn World, before: &PagedDocument) -> Option<PagedDocument> {
    let content = content(world)?;
    let mut last = pass(world, &content, before.introspector().as_ref())?;
    for _ in 1..MOST_PASSES {
        if last.is_at_rest {
            break;
        }
        last = pass(world, &content, last.document.introspector().as_ref())?;
    }
    (last.is_at_rest && !last.has_errors).then_some(last.document)
}

/// What a pass comes to.
struct Pass {
    document: PagedDocument,
    /// Whether all that it looked at is so in the document itself.
    is_at_rest: bool,
    /// Whether Typst found errors that a further pass might have mended.
    has_errors: bool,
}

/// Evaluates the main file of a world; `None` if Typst finds an error.
fn content(world: &dyn World) -> Option<Content> {
    let main = world.source(world.main()).ok()?;
    let (traced, mut sink) = (Traced::default(), Sink::new());
    let module = typst_eval::eval(
        world.track(),
        world.library(),
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    );
    let module = module.ok()?;
    sink.delayed().is_empty().then(|| module.content())
}

/// Lays out all pages, with what is known of other places from an earlier pass.
fn pass(world: &dyn World, content: &Content, known: &dyn Introspector) -> Option<Pass> {
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let (traced, mut sink, constraint) = (Traced::default(), Sink::new(), Constraint::new());
    let mut engine = Engine {
        library,
        world: world.track(),
        introspector: Protected::new(known.track_with(&constraint)),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let document = PagedDocument::create(&mut engine, content, base.chain(&target)).ok()?;
    let introspector: &dyn Introspector = document.introspector().as_ref();
    let is_at_rest = constraint.validate(introspector);
    Some(Pass { document, is_at_rest, has_errors: !sink.delayed().is_empty() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use typst::introspection::EmptyIntrospector;
    use typst_layout::PagedDocument;

    use super::{content, first_pass, pass, passes_after};
    use crate::compose::MAIN;
    use crate::typeset::world::MemoryWorld;
    use crate::typeset::{Fonts, Sources, lay_out, look};

    /// Does something with the world of a main file.
    fn with_world<T>(text: &str, run: impl FnOnce(&MemoryWorld<'_>) -> T) -> T {
        let (fonts, mut sources) = (Fonts::none(), Sources::default());
        let world = MemoryWorld::new([(MAIN, text.as_bytes())].into_iter(), &fonts, &mut sources);
        run(&world.unwrap_or_else(|fault| panic!("{}", fault.message)))
    }

    /// As Typst lays it out to its end.
    fn whole(text: &str) -> PagedDocument {
        let files = BTreeMap::from([(MAIN.to_owned(), text.as_bytes().to_vec())]);
        lay_out(&files, &Fonts::none()).unwrap()
    }

    fn looks(document: &PagedDocument) -> Vec<String> {
        document.pages().iter().map(look).collect()
    }

    /// A rectangle as wide as what somebody types, and another as wide as there are pages.
    fn booklet(width: usize, pages: usize) -> String {
        let last = "#context rect(width: 10pt * counter(page).final().first())\n";
        format!("{last}#rect(width: {width}pt)\n{}#rect()\n", "#pagebreak()\n".repeat(pages - 1))
    }

    #[test]
    fn one_pass_is_enough_where_other_places_stay_as_they_were() {
        let (before, text) = (whole(&booklet(5, 3)), booklet(7, 3));
        with_world(&text, |world| {
            let content = content(world).unwrap();
            let known = before.introspector().as_ref();
            assert!(pass(world, &content, known).unwrap().is_at_rest);
            assert!(!pass(world, &content, &EmptyIntrospector).unwrap().is_at_rest);
            assert_eq!(looks(&passes_after(world, &before).unwrap()), looks(&whole(&text)));
            assert_ne!(looks(&first_pass(world).unwrap()), looks(&whole(&text)));
            assert_ne!(looks(&before), looks(&whole(&text)));
        });
    }

    #[test]
    fn what_takes_many_passes_from_nothing_goes_on_from_the_pages_before() {
        // Each count is known a pass after the one that it follows.
        let counts = "#counter(\"a\").update(1)
            #context counter(\"b\").update(counter(\"a\").final().first() + 1)
            #context counter(\"c\").update(counter(\"b\").final().first() + 1)
            #context rect(width: 10pt * counter(\"c\").final().first())\n";
        let typed = |width: usize| format!("{counts}#rect(width: {width}pt)");
        let (before, nothing) = (whole(&typed(5)), whole("#rect()"));
        with_world(&typed(7), |world| {
            assert_eq!(looks(&passes_after(world, &before).unwrap()), looks(&whole(&typed(7))));
            assert!(passes_after(world, &nothing).is_none(), "it is left to Typst");
        });
    }

    #[test]
    fn pages_that_become_more_are_laid_out_until_all_is_known() {
        let (before, text) = (whole(&booklet(5, 3)), booklet(5, 4));
        with_world(&text, |world| {
            let content = content(world).unwrap();
            assert!(!pass(world, &content, before.introspector().as_ref()).unwrap().is_at_rest);
            assert_eq!(looks(&passes_after(world, &before).unwrap()), looks(&whole(&text)));
        });
    }

    #[test]
    fn what_never_comes_to_rest_and_what_fails_are_left_to_typst() {
        let before = whole(&booklet(5, 3));
        let growing = "#context { for _ in range(counter(page).final().first()) { pagebreak() } }";
        let failing = "#context if counter(page).final().first() > 0 { panic() }";
        for text in [growing, failing, "#panic()", "#let"] {
            assert!(with_world(text, |world| passes_after(world, &before).is_none()), "{text}");
        }
    }
}
