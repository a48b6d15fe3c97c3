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
