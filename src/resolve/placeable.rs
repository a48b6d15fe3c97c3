//! Turns facts and the values of the release into what is filled into texts, each with its meaning.

use crate::language::Tag;
use crate::load::brochure::PAGE_PREFIX;
use crate::load::facts::{
    CONTACT_PARTS, Contact, ContactPart, Content, MailAddress, PhoneNumber, WebAddress,
};
use crate::load::forms::Forms;
use crate::load::{Facts, Publication};
use crate::resolve::manuscript::{Run, RunKind};

/// A text that is filled into another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placeable {
    /// Its characters.
    pub(super) text: String,
    /// What it is.
    pub(super) kind: RunKind,
    /// The target of its link.
    pub(super) link: Option<String>,
    /// Its language, if it has one of its own.
    pub(super) language: Option<Tag>,
}

impl Placeable {
    /// A text of a kind, without a link.
    pub(super) fn new(text: impl Into<String>, kind: RunKind) -> Placeable {
        // A tab is a blank, as in texts.
        let text = text.into().replace('\t', " ");
        Placeable { text, kind, link: None, language: None }
    }

    /// A plain text.
    pub(super) fn text(text: impl Into<String>) -> Placeable {
        Placeable::new(text, RunKind::Text)
    }

    /// A telephone number; its link dials it.
    fn phone(number: &PhoneNumber) -> Placeable {
        Placeable::new(number.as_str(), RunKind::Phone).with_link(number.link())
    }

    /// A web address, without `https://`. One that is none was reported, and leads nowhere.
    pub(super) fn site(site: &str) -> Placeable {
        match WebAddress::parse(site) {
            Some(address) => Placeable::new(address.printed, RunKind::Site).with_link(address.link),
            None => Placeable::new(site, RunKind::Site),
        }
    }

    /// A mail address. One that is none was reported, and leads nowhere.
    fn email(email: &str) -> Placeable {
        match MailAddress::parse(email) {
            Some(address) => {
                Placeable::new(address.printed, RunKind::Email).with_link(address.link)
            }
            None => Placeable::new(email, RunKind::Email),
        }
    }

    /// The form of a text that a reader of `language` gets.
    pub(super) fn form(forms: &Forms, kind: RunKind, language: &Tag) -> Placeable {
        let form = forms.form_for(language);
        let text = match kind {
            RunKind::Address => bind_address(form.as_str()),
            _ => form.as_str().to_owned(),
        };
        let language = form.language.as_ref().map(|tag| tag.value.clone());
        Placeable { language, ..Placeable::new(text, kind) }
    }

    /// A part of a contact, as a reader of `language` gets it.
    pub(super) fn of_contact(
        contact: &Contact,
        part: ContactPart,
        language: &Tag,
    ) -> Option<Placeable> {
        let form = |forms: &Option<Forms>, kind| {
            forms.as_ref().map(|forms| Placeable::form(forms, kind, language))
        };
        match part {
            ContactPart::Name => form(&contact.name, RunKind::Name),
            ContactPart::Phone => contact.phone.as_ref().map(Placeable::phone),
            ContactPart::Site => {
                let forms = contact.site.as_ref()?;
                Some(Placeable::site(forms.form_for(language).as_str()))
            }
            ContactPart::Email => {
                let forms = contact.email.as_ref()?;
                Some(Placeable::email(forms.form_for(language).as_str()))
            }
            ContactPart::Address => form(&contact.address, RunKind::Address),
        }
    }

    fn with_link(self, link: String) -> Placeable {
        Placeable { link: Some(link), ..self }
    }

    /// The run of a text that stands by itself, in its own language.
    pub(super) fn into_run(self) -> Run {
        Run {
            text: self.text,
            kind: self.kind,
            strong: false,
            emphasis: false,
            link: self.link,
            language: None,
        }
    }
}

/// The value of a variable.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Variable {
    /// A number, by which a text can choose a plural form.
    Number(f64),
    /// A date.
    Date(time::Date),
    /// A text with its meaning.
    Placeable(Placeable),
}

/// The variables that each text may use, as a reader of `language` gets them: the release, the pages of sections, the facts.
pub(super) fn variables(publication: &Publication, language: &Tag) -> Vec<(String, Variable)> {
    let facts: &Facts = &publication.facts;
    let release = &publication.brochure.release;
    let text = |text: &str| Variable::Placeable(Placeable::text(text));
    let mut out = vec![
        ("release-version".to_owned(), text(&release.version.value)),
        ("release-date".to_owned(), Variable::Date(release.date)),
    ];
    if let Some(deposit) = &release.deposit {
        out.push(("release-deposit".to_owned(), text(deposit)));
    }
    for section in &publication.brochure.sections {
        let id = section.id.as_str();
        let page = Placeable::new(id, RunKind::Page).with_link(format!("#{id}"));
        out.push((format!("{PAGE_PREFIX}{id}"), Variable::Placeable(page)));
    }
    for (id, value) in &facts.values {
        let placeable = match &value.content {
            Content::Number(number) => {
                out.push((id.clone(), Variable::Number(*number)));
                continue;
            }
            Content::Date(date) => {
                out.push((id.clone(), Variable::Date(*date)));
                continue;
            }
            Content::Text(text) => Placeable::form(text, RunKind::Text, language),
            Content::Phone(number) => Placeable::phone(number),
            Content::Site(site) => Placeable::site(site.form_for(language).as_str()),
            Content::Email(email) => Placeable::email(email.form_for(language).as_str()),
            Content::Address(address) => Placeable::form(address, RunKind::Address, language),
        };
        out.push((id.clone(), Variable::Placeable(placeable)));
    }
    for contact in &facts.contacts {
        for (end, part) in CONTACT_PARTS {
            if let Some(placeable) = Placeable::of_contact(contact, part, language) {
                let name = format!("{}{end}", contact.id.value);
                out.push((name, Variable::Placeable(placeable)));
            }
        }
    }
    out
}

/// Binds what a line of an address never ends between: a postcode and its town, "1000 Brussel", a street and the number of the
/// house, "Hoogstraat 44".
fn bind_address(address: &str) -> String {
    let words: Vec<&str> = address.split(' ').collect();
    let mut out = String::with_capacity(address.len() + 4);
    for (index, word) in words.iter().enumerate() {
        out.push_str(word);
        let Some(next) = words.get(index + 1) else { break };
        let is_number = |word: &str| word.starts_with(char::is_numeric);
        let is_code = !word.is_empty() && word.chars().all(char::is_numeric);
        let before_town = is_code && next.starts_with(char::is_alphabetic);
        let before_number =
            word.ends_with(char::is_alphabetic) && !is_number(word) && is_number(next);
        out.push(if before_town || before_number { '\u{A0}' } else { ' ' });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::bind_address;

    #[test]
    fn a_postcode_stays_with_its_town_and_a_number_with_its_street() {
        for (address, wanted) in [
            ("Pachecolaan 44, 1000 Brussel", "Pachecolaan~44, 1000~Brussel"),
            ("Rue du Vivier 80-82, 1050 Bruxelles", "Rue du Vivier~80-82, 1050~Bruxelles"),
            ("12 rue Haute", "12~rue Haute"),
            ("Kade 5 9000 Gent", "Kade~5 9000~Gent"),
            ("Kade  5", "Kade  5"),
            ("", ""),
        ] {
            assert_eq!(bind_address(address).replace('\u{A0}', "~"), wanted);
        }
    }
}
