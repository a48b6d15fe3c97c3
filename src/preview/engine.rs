//! Keeps one language edition typeset for one profile, in a thread of its own: after each keystroke at the setting in force, and
//! with checks and a better setting when nobody types.
//!
//! Of the texts that come while it is at work only the latest are typeset.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use feuillet_colour::OutputProfile;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::driver::{
    EditionSource, Job, LoadedBrochure, Timings, accepted_findings, check_families, edition_source,
};
use crate::language::Tag;
use crate::load::catalogue::Catalogues;
use crate::load::{EditionId, Profile};
use crate::preview::outbox::Outbox;
use crate::preview::pages::MarkRow;
use crate::preview::places::{Places, millimetres};
use crate::preview::screen::{About, Screen};
use crate::preview::sentences::Sentences;
use crate::preview::wire::Sequence;
use crate::proof::overset;
use crate::resolve::Manuscript;
use crate::review::{EditionState, assess_record};
use crate::typeset::checks::{LayoutFinding, OVERSET};
use crate::typeset::view::Rect;
use crate::typeset::{Fonts, FoundSetting, Kept, Live, Pages, is_too_full};

/// So long nobody has typed before pages are checked, and a better setting is looked for.
const PAUSE: Duration = Duration::from_millis(400);

/// So long after its pictures a keystroke waits before it is found out what stands where on them: a browser on the same computer has
/// painted them by then, and whoever types fast waits less for the next ones.
const BREATH: Duration = Duration::from_millis(40);

/// So many keystrokes in a row show pictures alone, where many people type.
const MOST_OVERTAKEN: u32 = 10;

/// After checks nothing is checked for so many times as long as they took: they leave the processors to those who type.
const REST: u32 = 4;

/// Which pages an engine makes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EngineKey {
    /// The language.
    pub(super) language: Tag,
    /// The edition.
    pub(super) edition: String,
    /// What they are for, by name.
    pub(super) profile: &'static str,
}

/// What an engine is told.
pub(super) enum Order {
    /// The texts are others now; `shown` are the numbers of the last texts of clients among them.
    Texts { catalogues: Catalogues, shown: Vec<(u64, Sequence)> },
    /// All files were read again.
    Reload { loaded: Arc<LoadedBrochure>, catalogues: Catalogues, fonts: Arc<Fonts> },
    /// A client wants the pages.
    Join(u64, Arc<Outbox>),
    /// A client wants them no more.
    Leave(u64),
}

impl Order {
    /// Whether the pages may be others after it.
    fn changes_pages(&self) -> bool {
        matches!(self, Order::Texts { .. } | Order::Reload { .. })
    }
}

/// What an engine tells.
pub(super) struct Drawn {
    /// Which pages.
    pub(super) key: EngineKey,
    /// The pages on which each message stands; `None` if there are none.
    pub(super) pages: Option<BTreeMap<String, BTreeSet<usize>>>,
    /// What is wrong if there are no pages.
    pub(super) faults: Vec<Diagnostic>,
    /// Whether the pages were checked.
    pub(super) is_checked: bool,
    /// Which setting is in force since then.
    pub(super) found: Option<FoundSetting>,
}

/// An engine at work. It ends with this value.
pub(super) struct Engine {
    orders: Sender<Order>,
    /// How many clients it has.
    pub(super) clients: usize,
}

impl Engine {
    /// Starts one, at a setting that was found earlier.
    pub(super) fn start(
        key: EngineKey,
        profile: Profile,
        loaded: LoadedBrochure,
        fonts: Arc<Fonts>,
        found: Option<FoundSetting>,
        tell: impl Fn(Option<Drawn>) + Send + 'static,
    ) -> Engine {
        let (orders, received) = channel();
        let press = (profile == Profile::Print)
            .then(|| loaded.publication.press.clone().or_else(OutputProfile::fogra39))
            .flatten();
        let screen = Screen::new(title(&key), press);
        let (kept, marks, tell) = (Kept::recall(found), Vec::new(), Box::new(tell));
        let waiting = Orders::new(received);
        let work = Work { key, profile, loaded, fonts, kept, screen, marks, tell, orders: waiting };
        thread::spawn(move || work.run());
        Engine { orders, clients: 0 }
    }

    /// Tells it something. If it has died, another one is started with the next client.
    pub(super) fn order(&mut self, order: Order) {
        match order {
            Order::Join(..) => self.clients += 1,
            Order::Leave(_) => self.clients = self.clients.saturating_sub(1),
            _ => {}
        }
        let _ = self.orders.send(order);
    }
}

/// What an engine was told and has not done yet.
struct Orders {
    received: Receiver<Order>,
    waiting: VecDeque<Order>,
    /// How many keystrokes in a row were overtaken by the next one.
    overtaken: u32,
}

impl Orders {
    fn new(received: Receiver<Order>) -> Orders {
        Orders { received, waiting: VecDeque::new(), overtaken: 0 }
    }

    /// The next one, or that it has not come until a moment.
    fn next(&mut self, until: Option<Instant>) -> Result<Order, RecvTimeoutError> {
        if let Some(order) = self.waiting.pop_front() {
            return Ok(order);
        }
        match until {
            None => self.received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => self.received.recv_timeout(at.saturating_duration_since(Instant::now())),
        }
    }

    /// Those that have come by now.
    fn others(&mut self) -> Vec<Order> {
        self.waiting.extend(self.received.try_iter());
        self.waiting.drain(..).collect()
    }

    /// Whether there is time to do a keystroke to its end: no other comes during a pause, or too many were overtaken already. What
    /// comes meanwhile waits its turn.
    fn stay_quiet_for(&mut self, pause: Duration) -> bool {
        let end = Instant::now() + pause;
        while !self.waiting.iter().any(Order::changes_pages)
            && let Ok(order) =
                self.received.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.waiting.push_back(order);
        }
        let is_overtaken = self.waiting.iter().any(Order::changes_pages);
        let is_last = !is_overtaken || self.overtaken == MOST_OVERTAKEN;
        self.overtaken = if is_last { 0 } else { self.overtaken + 1 };
        is_last
    }
}

/// What the thread has.
struct Work {
    key: EngineKey,
    profile: Profile,
    loaded: LoadedBrochure,
    fonts: Arc<Fonts>,
    kept: Kept,
    screen: Screen,
    /// What the last checks found on the pages.
    marks: Vec<MarkRow>,
    /// Tells what was drawn, or that it was overtaken.
    tell: Box<dyn Fn(Option<Drawn>) + Send>,
    orders: Orders,
}

impl Work {
    fn run(mut self) {
        // Whether the texts are others than those that were drawn.
        let mut is_behind = true;
        // When the pages are to be checked.
        let mut check: Option<Instant> = None;
        let mut rested = Instant::now();
        loop {
            match self.orders.next(check) {
                Ok(order) => {
                    is_behind |= self.take(order);
                    for order in self.orders.others() {
                        is_behind |= self.take(order);
                    }
                    // Pages at which nobody looks would only take time from those at which somebody types.
                    if is_behind && self.screen.is_watched() {
                        self.survive(Work::draw);
                        is_behind = false;
                        check = Some(rested.max(Instant::now() + PAUSE));
                    }
                }
                Err(RecvTimeoutError::Timeout) if !self.screen.is_watched() => {
                    is_behind = true;
                    check = None;
                }
                Err(RecvTimeoutError::Timeout) => {
                    let start = Instant::now();
                    self.survive(Work::check);
                    rested = Instant::now() + start.elapsed() * REST;
                    check = None;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Does something, and goes on whatever becomes of it: a text at which the typesetter fails must not stop the others' pages.
    fn survive(&mut self, work: fn(&mut Work)) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            // Nobody knows what it has left.
            self.kept = Kept::default();
            let fault = Diagnostic::error("the typesetter has failed")
                .hint("take back what you typed last, and tell the makers of feuillet");
            self.tell(None, vec![fault], false);
        }
    }

    /// Takes an order; tells whether the pages may be others now.
    fn take(&mut self, order: Order) -> bool {
        let changes_pages = order.changes_pages();
        match order {
            Order::Texts { catalogues, shown } => {
                self.loaded.publication.catalogues = catalogues;
                self.screen.note_texts(shown);
            }
            Order::Reload { loaded, catalogues, fonts } => {
                self.loaded = LoadedBrochure::clone(&loaded);
                self.loaded.publication.catalogues = catalogues;
                self.fonts = fonts;
                self.screen.forget_paints();
            }
            Order::Join(client, outbox) => self.screen.join(client, outbox),
            Order::Leave(client) => self.screen.leave(client),
        }
        changes_pages
    }

    /// Draws the pages at the setting in force: the pictures are shown first, then what stands where on them.
    fn draw(&mut self) {
        let report = Report::new();
        let Work { key, profile, loaded, fonts, kept, screen, marks, orders, .. } = self;
        let drawn = with_job(loaded, key, *profile, |job| {
            check_families(fonts, job, &report)?;
            let EditionSource { manuscript, composition, .. } =
                edition_source(job, &mut Timings::default(), &report)?;
            let about = about(job, &manuscript);
            let live = kept.typeset(&composition, fonts, *profile, &report, |live| {
                screen.show_pictures(live, about);
                orders.stay_quiet_for(BREATH)
            })?;
            let view = match live {
                Live::Viewed(view) => view,
                Live::Shown => return Ok(Outcome::Overtaken),
                Live::NoSetting => return Ok(Outcome::Check),
            };
            let places = Places::find(&view, &composition);
            let mut found = places.marks(&key.language, &loaded.states);
            found.extend(marks.iter().cloned());
            screen.show_places(about, &places.boxes(view.pages.len()), &found);
            Ok(Outcome::Placed(places.pages()))
        });
        match drawn {
            Some(Ok(Outcome::Placed(placed))) => self.tell(Some(placed), Vec::new(), false),
            // The pages that come next tell it.
            Some(Ok(Outcome::Overtaken)) => (self.tell)(None),
            // Nobody knows yet which setting is right.
            Some(Ok(Outcome::Check)) => self.check(),
            Some(Err(_)) | None => self.fail(report),
        }
    }

    /// Looks for a better setting, checks the pages, and draws what has changed.
    fn check(&mut self) {
        let report = Report::new();
        self.loaded.states = assess_record(&self.loaded.publication);
        let Work { key, profile, loaded, fonts, kept, screen, marks, .. } = self;
        let checked = with_job(loaded, key, *profile, |job| {
            check_families(fonts, job, &report)?;
            let EditionSource { manuscript, composition, .. } =
                edition_source(job, &mut Timings::default(), &report)?;
            let pages = kept.search(&composition, fonts, *profile, &report)?;
            let accepted = accepted_findings(job, &pages.findings);
            let is_open =
                |found: &&LayoutFinding| !accepted.iter().any(|one| one.finding == **found);
            let findings = pages.findings.iter().filter(is_open).cloned().collect::<Vec<_>>();
            *marks = marks_of(&pages, &findings);
            let places = Places::find(&pages.view, &composition);
            let mut found = places.marks(&key.language, &loaded.states);
            found.extend(marks.iter().cloned());
            let (about, is_full) = (about(job, &manuscript), is_too_full(&pages));
            let boxes = places.boxes(pages.view.pages.len());
            screen.show(&pages.document, is_full, about, &boxes, &found);
            Ok(places.pages())
        });
        match checked {
            Some(Ok(placed)) => self.tell(Some(placed), Vec::new(), true),
            Some(Err(_)) | None => self.fail(report),
        }
    }

    fn fail(&self, report: Report) {
        let faults = report.into_sorted().into_iter().filter(Diagnostic::is_error).collect();
        self.tell(None, faults, false);
    }

    fn tell(
        &self,
        pages: Option<BTreeMap<String, BTreeSet<usize>>>,
        faults: Vec<Diagnostic>,
        is_checked: bool,
    ) {
        let found = self.kept.found().filter(|_| is_checked).cloned();
        (self.tell)(Some(Drawn { key: self.key.clone(), pages, faults, is_checked, found }));
    }
}

/// What comes after the pictures of a keystroke.
enum Outcome {
    /// What stands where was told.
    Placed(BTreeMap<String, BTreeSet<usize>>),
    /// Something else is to be done first.
    Overtaken,
    /// A search for a setting.
    Check,
}

/// What is known of the edition of a job beside its pages.
fn about<'a>(job: &Job<'a>, manuscript: &Manuscript) -> About<'a> {
    About {
        edition: job.edition,
        direction: manuscript.language().direction(),
        is_draft: manuscript.state != EditionState::Approved,
    }
}

/// Runs something with the job of an edition; `None` if the brochure has none of that name any more.
fn with_job<T>(
    loaded: &LoadedBrochure,
    key: &EngineKey,
    profile: Profile,
    run: impl FnOnce(&Job<'_>) -> Result<T, Reported>,
) -> Option<Result<T, Reported>> {
    let brochure = &loaded.publication.brochure;
    let edition = brochure.edition(&key.edition)?;
    let id = EditionId::new(&brochure.id, &key.edition, &key.language);
    Some(run(&Job { brochure: loaded, edition, id, profiles: vec![profile], marks: false }))
}

/// The members of JSON that say which pages these are.
pub(super) fn title(key: &EngineKey) -> String {
    // Names, which JSON can always hold.
    let edition = serde_json::to_string(&key.edition).unwrap_or_default();
    format!(
        "\"edition\":{edition},\"language\":\"{}\",\"profile\":\"{}\"",
        key.language, key.profile
    )
}

/// What is wrong with the layout, and where.
fn marks_of(pages: &Pages, findings: &[LayoutFinding]) -> Vec<MarkRow> {
    let mark = |page, message, kind, text: &str, area: Rect| {
        let [x, y, width, height] = millimetres(area);
        let text = Sentences::one(text);
        MarkRow { page, message, kind, text, x, y, width, height }
    };
    let overset = overset(pages).into_iter();
    let mut marks: Vec<MarkRow> =
        overset.map(|found| mark(found.page, None, "overset", &found.words, found.area)).collect();
    for found in findings {
        let Some(page) = found.page.checked_sub(1).and_then(|at| pages.view.pages.get(at)) else {
            continue;
        };
        let whole = Rect { left: 0.0, top: 0.0, right: page.width, bottom: page.height };
        let kind = if found.check == OVERSET { "overset" } else { "layout" };
        let area = found.area.unwrap_or(whole);
        marks.push(mark(found.page, found.messages.first().cloned(), kind, &found.detail, area));
    }
    marks
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    use super::{MOST_OVERTAKEN, Order, Orders};
    use crate::load::catalogue::Catalogues;

    const SOON: Duration = Duration::from_millis(1);

    /// A text of a client.
    fn texts(client: u64) -> Order {
        Order::Texts { catalogues: Catalogues::default(), shown: vec![(client, 1)] }
    }

    #[test]
    fn an_order_that_comes_too_early_waits_its_turn() {
        let (send, received) = channel();
        let mut orders = Orders::new(received);
        assert!(orders.stay_quiet_for(SOON), "there is none");
        for client in [1, 2] {
            send.send(Order::Leave(client)).unwrap();
        }
        assert!(orders.stay_quiet_for(SOON), "nobody has typed");
        send.send(texts(3)).unwrap();
        assert!(!orders.stay_quiet_for(SOON));
        let clients = |orders: Vec<Order>| -> Vec<u64> {
            let client = |order| match order {
                Order::Leave(client) => client,
                Order::Texts { shown, .. } => shown[0].0,
                _ => 0,
            };
            orders.into_iter().map(client).collect()
        };
        let first = orders.next(Some(Instant::now() + SOON)).ok().unwrap();
        assert_eq!(clients(vec![first]), [1]);
        send.send(Order::Leave(4)).unwrap();
        assert_eq!(clients(orders.others()), [2, 3, 4]);
        assert!(orders.next(Some(Instant::now())).is_err(), "they are done");
        drop(send);
        assert!(orders.next(None).is_err());
    }

    #[test]
    fn where_many_type_what_stands_on_the_pages_is_told_all_the_same() {
        let (send, received) = channel();
        let mut orders = Orders::new(received);
        let mut told = 0;
        for client in 0..3 * u64::from(MOST_OVERTAKEN + 1) {
            send.send(texts(client)).unwrap();
            told += u32::from(orders.stay_quiet_for(SOON));
        }
        assert_eq!(told, 3);
    }
}
