//! Turns what Typst sees of a composition into its pages as the first pass lays them out.
//!
//! Typst lays a document out again until all that looks at other places of it, such as the number of a page, comes to rest:
//! three passes for a booklet, of which the first takes two thirds of the time. What has no room after that has none, since
//! what is not known yet leaves its place empty. A run that goes on takes the first pass from Typst's memory.

use comemo::Track as _;
use typst::World;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Output as _, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::utils::Protected;
use typst_layout::PagedDocument;

/// The pages after the first pass; `None` if Typst finds an error, which the whole run then tells.
pub(super) fn first_pass(world: &dyn World) -> Option<PagedDocument> {
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let styles = base.chain(&target);
    let main = world.source(world.main()).ok()?;
    let traced = Traced::default();
    let (mut sink, mut inner) = (Sink::new(), Sink::new());
    let content = typst_eval::eval(
        world.track(),
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    );
    let introspector: &dyn Introspector = &EmptyIntrospector;
    let constraint = comemo::Constraint::new();
    let mut engine = Engine {
        library,
        world: world.track(),
        introspector: Protected::new(introspector.track_with(&constraint)),
        traced: traced.track(),
        sink: inner.track_mut(),
        route: Route::default(),
    };
    PagedDocument::create(&mut engine, &content.ok()?.content(), styles).ok()
}
