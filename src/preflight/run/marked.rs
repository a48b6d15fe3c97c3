//! Turns the operators of marked content (ISO 32000-1, 14.6) into the scope of the items within.

use lopdf::{Dictionary, Object};

use crate::file::number_of;
use crate::page::{ContentScope, FaultKind};
use crate::run::interpreter::Interpreter;
use crate::run::tokens::{Operator, operator};

impl Interpreter<'_> {
    /// Runs an operator of marked content; `false` if it is none. `floor` is how many are open around the contents.
    pub(super) fn marking(&mut self, name: Operator, operands: &[Object], floor: usize) -> bool {
        const BMC: Operator = operator("BMC");
        const BDC: Operator = operator("BDC");
        const EMC: Operator = operator("EMC");
        const MP: Operator = operator("MP");
        const DP: Operator = operator("DP");
        match name {
            BMC => self.open(operands.last(), None),
            BDC => {
                let tag = operands.len().checked_sub(2).and_then(|at| operands.get(at));
                self.open(tag, operands.last());
            }
            EMC if self.scopes.len() > floor => {
                self.scopes.pop();
                self.hide_or_show();
            }
            EMC => self.fault(FaultKind::Syntax, "`EMC` without its beginning"),
            MP | DP => {}
            _ => return false,
        }
        true
    }

    fn open(&mut self, tag: Option<&Object>, properties: Option<&Object>) {
        const MOST_OPEN: usize = 10_000;
        let mut content = self.content();
        let tag = tag.and_then(|tag| tag.as_name().ok()).unwrap_or_default();
        let file = self.env.file;
        let (mut layer, mut named) = (None, None);
        let properties: Option<&Dictionary> = match properties {
            Some(Object::Dictionary(dictionary)) => Some(dictionary),
            Some(Object::Name(name)) => match self.named("Properties", name) {
                Some(object) => {
                    (layer, named) = (number_of(object), Some(object));
                    file.dictionary(object)
                }
                None => {
                    self.missing("property list", name);
                    None
                }
            },
            _ => None,
        };
        let id = properties.and_then(|properties| file.integer(properties, "MCID"));
        let (in_tagged, in_artifact) = (content.id.is_some(), content.artifact);
        if id.is_some() && in_artifact && !self.frame().sealed {
            self.fault(FaultKind::Marking, "tagged contents stand within an artifact");
        }
        if tag == b"Artifact" && in_tagged && !in_artifact && !self.frame().sealed {
            self.fault(FaultKind::Marking, "an artifact stands within tagged contents");
        }
        if properties.is_some_and(|properties| {
            file.string(properties, "Lang").is_some_and(|language| !language.is_empty())
        }) {
            content.language = true;
        }
        if let Some(id) = id.filter(|_| !self.frame().sealed) {
            content.id = Some(id);
            content.artifact = false;
            content.owner = self.frame().owner;
            if self.page.numbered.len() < MOST_OPEN * 10 {
                self.page.numbered.insert((content.owner, id));
            }
        }
        if properties.is_some_and(|properties| file.entry(properties, "ActualText").is_some()) {
            content.replaced = true;
        }
        if tag == b"Artifact" {
            content.artifact = true;
        }
        if tag == b"OC" {
            content.layer = true;
            self.page.layers.extend(layer);
            content.hidden |= named.is_some_and(|named| self.env.layers.hide(file, named));
        }
        if self.scopes.len() < MOST_OPEN {
            self.scopes.push(content);
            self.hide_or_show();
        } else {
            self.fault(FaultKind::Syntax, format!("marked content more than {MOST_OPEN} deep"));
            self.page.cut_short = true;
        }
    }

    /// Puts the canvas away while a layer is open that is switched off, and takes it out again afterwards.
    pub(super) fn hide_or_show(&mut self) {
        let hidden = self.is_hidden();
        if hidden && self.hidden_canvas.is_none() {
            self.hidden_canvas = self.canvas.take();
        } else if !hidden && self.hidden_canvas.is_some() {
            self.canvas = self.hidden_canvas.take();
        }
    }

    /// Whether a layer is open that is switched off.
    pub(super) fn is_hidden(&self) -> bool {
        self.scopes.last().is_some_and(|scope| scope.hidden)
    }

    /// The marked content in which the next item stands.
    pub(super) fn content(&self) -> ContentScope {
        self.scopes.last().cloned().unwrap_or_default()
    }
}
