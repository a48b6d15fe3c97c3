//! How the cells of the sheet look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The looks of the cells.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) help: Format,
    pub(super) head: Format,
    /// The head of the column to write in.
    pub(super) head_to_write: Format,
    /// Locked text in the direction of the source.
    pub(super) source: Format,
    /// Text in the direction of the translation, to write in.
    pub(super) translation: Format,
    /// What serves as information.
    pub(super) note: Format,
    pub(super) number: Format,
    pub(super) check: Format,
    /// What is marked because the source has changed.
    pub(super) changed: Format,
    /// Conditional: a cell to fill.
    pub(super) to_fill: Format,
    /// Conditional: a text that may not fit.
    pub(super) too_long: Format,
    /// Conditional: a cell to look at again.
    pub(super) to_mend: Format,
    /// Conditional: nothing is wrong.
    pub(super) fine: Format,
}

/// Reading orders of a cell, as the format numbers them.
const LEFT_TO_RIGHT: u8 = 1;
const RIGHT_TO_LEFT: u8 = 2;

impl Styles {
    /// Those of a sheet; each argument says whether texts of its side are written from right to left.
    pub(super) fn new(is_source_right_to_left: bool, is_right_to_left: bool) -> Styles {
        let directed = |format: Format, is_right_to_left: bool| match is_right_to_left {
            true => format
                .set_reading_direction(RIGHT_TO_LEFT)
                .set_align(FormatAlign::Right)
                .set_indent(1),
            false => format
                .set_reading_direction(LEFT_TO_RIGHT)
                .set_align(FormatAlign::Left)
                .set_indent(1),
        };
        // In a sheet from right to left, what is wide begins on the right too, or it would be off the screen.
        let top = |format: Format| {
            let side = if is_right_to_left { FormatAlign::Right } else { FormatAlign::Left };
            format
                .set_reading_direction(if is_source_right_to_left {
                    RIGHT_TO_LEFT
                } else {
                    LEFT_TO_RIGHT
                })
                .set_align(side)
                .set_align(FormatAlign::VerticalCenter)
        };
        let cell = Format::new()
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00C9_CDD2));
        let head = cell.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        let note = cell.clone().set_font_color(Color::RGB(0x0055_5B63)).set_font_size(10.0);
        let locked = Color::RGB(0x00F3_F4F6);
        Styles {
            title: top(Format::new().set_bold().set_font_size(14.0)),
            help: top(Format::new()),
            head: head.clone().set_background_color(Color::RGB(0x00DD_E1E6)),
            head_to_write: directed(head, is_right_to_left)
                .set_background_color(Color::RGB(0x001F_4E79))
                .set_font_color(Color::White),
            source: directed(cell.clone(), is_source_right_to_left).set_background_color(locked),
            translation: directed(cell.clone(), is_right_to_left).set_unlocked(),
            note: directed(note.clone(), false).set_background_color(locked),
            number: note.clone().set_num_format("0").set_background_color(locked),
            // A text is the result of a formula, which the number format of texts would show as typed.
            check: directed(cell.clone(), is_source_right_to_left)
                .set_num_format("General")
                .set_background_color(locked),
            changed: directed(cell, is_source_right_to_left)
                .set_background_color(Color::RGB(0x00FF_E0B8)),
            to_fill: Format::new().set_background_color(Color::RGB(0x00FF_F6C8)),
            too_long: Format::new().set_background_color(Color::RGB(0x00FF_E0B8)),
            to_mend: Format::new()
                .set_background_color(Color::RGB(0x00FB_D9D5))
                .set_font_color(Color::RGB(0x0086_1B12)),
            fine: Format::new().set_font_color(Color::RGB(0x001C_6B33)),
        }
    }
}
