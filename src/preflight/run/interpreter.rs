//! Turns contents into items on the page, running operator by operator.

use lopdf::{Dictionary, Object};
use tiny_skia::PathBuilder;

use crate::file::{Malformed, number, number_of};
use crate::geometry::Matrix;
use crate::page::{ContentFault, ContentScope, FaultKind, Item, Page};
use crate::plates::{Canvas, Clip};
use crate::run::Environment;
use crate::run::state::State;
use crate::run::tokens::{Instruction, Operator, Tokens, operator};

/// A content stream that is being run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    /// The form or pattern whose contents they are; `None` for the page.
    pub(super) form: Option<u32>,
    /// The form that numbers its marked contents; `None` for the page (ISO 32000-1, 14.7.4.4).
    pub(super) owner: Option<u32>,
    /// Whether its own marked contents mean nothing, since it is painted as a whole within such, as a page of another file
    /// that is placed as a figure.
    pub(super) sealed: bool,
    /// From its coordinates to the page, for its patterns.
    pub(super) base: Matrix,
    /// What its names mean.
    pub(super) resources: &'a Dictionary,
    /// Whether colours that it sets count: not in stencils of patterns and glyphs.
    pub(super) coloured: bool,
}

/// Runs the contents of one page.
pub(super) struct Interpreter<'a> {
    pub(super) env: &'a Environment<'a>,
    pub(super) page: Page,
    /// The canvas that is painted on; `None` where nothing is measured.
    pub(super) canvas: Option<Canvas>,
    /// The canvas, put aside while a hidden layer is open.
    pub(super) hidden_canvas: Option<Canvas>,
    pub(super) state: State,
    saved: Vec<State>,
    /// States beyond those that are kept.
    more_saved: usize,
    pub(super) path: PathBuilder,
    /// The last point, in the units of the path.
    pub(super) point: (f64, f64),
    pub(super) path_start: (f64, f64),
    /// The rule by which the path clips once it is painted: even-odd or not.
    pub(super) clips: Option<bool>,
    pub(super) frames: Vec<Frame<'a>>,
    pub(super) scopes: Vec<ContentScope>,
    pub(super) text_matrix: Matrix,
    pub(super) line_matrix: Matrix,
    /// Outlines of text that clips, until the text ends.
    pub(super) text_clip: Option<PathBuilder>,
    /// How deep sections are in which unknown operators are allowed.
    pub(super) lenient: usize,
    /// Glyphs of Type 3 fonts whose contents were run on this page, each in each colour: font, code, and a hash of the colour.
    pub(super) drawn: std::collections::BTreeSet<(u32, u32, u64)>,
    /// Whether items are kept; not where something is only painted again.
    pub(super) keeps: bool,
}

/// How many states may be saved; readers have to keep 28 (ISO 32000-1, annex C.2).
const MOST_SAVED: usize = 512;

impl<'a> Interpreter<'a> {
    pub(super) fn new(
        env: &'a Environment<'a>,
        page: Page,
        canvas: Option<Canvas>,
        resources: &'a Dictionary,
    ) -> Interpreter<'a> {
        let clip = Clip::of(page.boxes.media);
        Interpreter {
            env,
            page,
            canvas,
            hidden_canvas: None,
            state: State::new(clip),
            saved: Vec::new(),
            more_saved: 0,
            path: PathBuilder::new(),
            point: (0.0, 0.0),
            path_start: (0.0, 0.0),
            clips: None,
            frames: vec![Frame {
                form: None,
                owner: None,
                sealed: false,
                base: Matrix::IDENTITY,
                resources,
                coloured: true,
            }],
            scopes: Vec::new(),
            text_matrix: Matrix::IDENTITY,
            line_matrix: Matrix::IDENTITY,
            text_clip: None,
            lenient: 0,
            drawn: std::collections::BTreeSet::new(),
            keeps: true,
        }
    }

    /// The page and its canvas, once all is run.
    pub(super) fn finish(self) -> (Page, Option<Canvas>) {
        (self.page, self.canvas.or(self.hidden_canvas))
    }

    /// The contents that are being run. There always are some.
    pub(super) fn frame(&self) -> Frame<'a> {
        self.frames.last().copied().unwrap_or(Frame {
            form: None,
            owner: None,
            sealed: false,
            base: Matrix::IDENTITY,
            resources: &crate::file::EMPTY,
            coloured: true,
        })
    }

    /// An object of the resources in force, as it stands there.
    pub(super) fn named(&self, kind: &str, name: &[u8]) -> Option<&'a Object> {
        self.env.file.dict(self.frame().resources, kind)?.get(name).ok()
    }

    /// A dictionary of the resources in force, or that of a stream, with its number.
    pub(super) fn resource(
        &self,
        kind: &str,
        name: &[u8],
    ) -> Option<(&'a Dictionary, Option<u32>)> {
        let object = self.named(kind, name)?;
        Some((self.env.file.dictionary(object)?, number_of(object)))
    }

    /// Notes a fault, each once.
    pub(super) fn fault(&mut self, kind: FaultKind, what: impl Into<String>) {
        let fault = ContentFault { kind, what: what.into(), form: self.frame().form };
        if self.page.faults.len() < 50 && !self.page.faults.contains(&fault) {
            self.page.faults.push(fault);
        }
    }

    /// Adds an item to the page; stops reading the page if it has too many.
    pub(super) fn add_item(&mut self, item: Item) {
        if !self.keeps || self.is_hidden() {
            return;
        }
        if self.page.items.len() >= self.env.file.limits.items {
            self.page.cut_short = true;
            return;
        }
        self.page.items.push(item);
    }

    /// Runs the contents of the page.
    pub(super) fn run_page(&mut self, contents: &[u8]) {
        self.run(contents);
        if !self.saved.is_empty() || self.more_saved > 0 {
            self.fault(FaultKind::Syntax, "`q` without its `Q`");
        }
        if !self.scopes.is_empty() {
            self.fault(FaultKind::Syntax, "marked content without its `EMC`");
        }
    }

    /// Runs contents in the frame that is on top. States and marked contents that they leave open are closed by whoever
    /// calls.
    pub(super) fn run(&mut self, contents: &[u8]) {
        let mut tokens = Tokens::new(contents);
        let (saved, marked) = (self.saved.len(), self.scopes.len());
        while let Some(instruction) = tokens.next() {
            if self.page.cut_short || !self.env.file.budget.take_operators(1) {
                self.page.cut_short = true;
                break;
            }
            match instruction {
                Instruction::InlineImage(stream) => self.inline_image(&stream),
                Instruction::Unknown(word) => self.unknown(&word),
                Instruction::Operator(name) => {
                    self.operate(name, &tokens.operands, (saved, marked))
                }
            }
        }
        for fault in tokens.faults {
            self.fault(FaultKind::Syntax, fault);
        }
    }

    /// How many states are saved, for [`Interpreter::restore_to`].
    pub(super) fn depth(&self) -> (usize, usize) {
        (self.saved.len(), self.scopes.len())
    }

    /// Closes what contents left open; tells whether they did.
    pub(super) fn restore_to(&mut self, (saved, marked): (usize, usize)) -> bool {
        let open = self.saved.len() > saved || self.scopes.len() > marked || self.more_saved > 0;
        self.more_saved = 0;
        if self.saved.len() > saved {
            self.saved.truncate(saved + 1);
            if let Some(state) = self.saved.pop() {
                self.state = state;
            }
        }
        self.scopes.truncate(marked);
        self.hide_or_show();
        open
    }

    pub(super) fn save(&mut self) {
        if self.saved.len() >= MOST_SAVED {
            self.fault(FaultKind::Syntax, format!("`q` more than {MOST_SAVED} deep"));
            self.more_saved += 1;
        } else {
            self.saved.push(self.state.clone());
        }
    }

    pub(super) fn restore(&mut self, floor: usize) {
        if self.more_saved > 0 {
            self.more_saved -= 1;
        } else if self.saved.len() > floor {
            if let Some(state) = self.saved.pop() {
                self.state = state;
            }
        } else {
            self.fault(FaultKind::Syntax, "`Q` without its `q`");
        }
    }

    /// Runs one operator (ISO 32000-1, annex A). `floor` is how many states and marked contents belong to the contents
    /// around those that are run.
    fn operate(&mut self, name: Operator, operands: &[Object], floor: (usize, usize)) {
        const Q: Operator = operator("q");
        const RESTORE: Operator = operator("Q");
        const CM: Operator = operator("cm");
        const BX: Operator = operator("BX");
        const EX: Operator = operator("EX");
        match name {
            Q => self.save(),
            RESTORE => self.restore(floor.0),
            CM => match matrix(operands) {
                Ok(matrix) => self.state.matrix = matrix.then(self.state.matrix),
                Err(Malformed) => self.wrong_operands(name),
            },
            BX => self.lenient += 1,
            EX => self.lenient = self.lenient.saturating_sub(1),
            _ => {
                let known = self.graphics(name, operands)
                    || self.painting(name, operands)
                    || self.colour(name, operands)
                    || self.text(name, operands)
                    || self.marking(name, operands, floor.1)
                    || self.object(name, operands);
                if !known {
                    self.unknown(String::from_utf8_lossy(&name).trim());
                }
            }
        }
    }

    /// Notes what is no operator, where it is not allowed (ISO 32000-1, 7.8.2).
    fn unknown(&mut self, word: &str) {
        if self.lenient == 0 {
            self.fault(FaultKind::Syntax, format!("`{word}`, which is no operator"));
        }
    }

    /// Notes that an operator does not have the operands that it needs.
    pub(super) fn wrong_operands(&mut self, name: Operator) {
        let shown = String::from_utf8_lossy(&name).trim().to_owned();
        self.fault(FaultKind::Syntax, format!("`{shown}` without the operands that it needs"));
    }
}

/// The last `N` operands as numbers.
pub(super) fn numbers<const N: usize>(operands: &[Object]) -> Result<[f64; N], Malformed> {
    let operands = operands.last_chunk::<N>().ok_or(Malformed)?;
    let mut numbers = [0.0; N];
    for (slot, operand) in numbers.iter_mut().zip(operands) {
        *slot = number(operand).ok_or(Malformed)?;
    }
    Ok(numbers)
}

/// The last operand as a name.
pub(super) fn name_of(operands: &[Object]) -> Result<&[u8], Malformed> {
    operands.last().and_then(|operand| operand.as_name().ok()).ok_or(Malformed)
}

/// The last six operands as a matrix.
pub(super) fn matrix(operands: &[Object]) -> Result<Matrix, Malformed> {
    numbers(operands).map(Matrix)
}
