//! Tells which tables have rows of different widths, cells that overlap, or header cells that do not say what they head.

use lopdf::Object;

use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::{Element, Tree};

/// The most columns and rows of a table that are looked at.
const MOST: usize = 10_000;

/// A cell: how many columns and rows it spans.
struct Cell {
    columns: usize,
    rows: usize,
}

pub(super) fn tables(context: &Context<'_>, found: &mut Occurrences) {
    let tree = context.tree();
    // For each element the table that it is in, and for each table its rows.
    let mut table_of: Vec<Option<usize>> = Vec::with_capacity(tree.elements.len());
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); tree.elements.len()];
    let mut cells: Vec<Vec<usize>> = vec![Vec::new(); tree.elements.len()];
    for (index, element) in tree.elements.iter().enumerate() {
        let above = element.parent.and_then(|parent| table_of.get(parent)).copied().flatten();
        let table = if element.standard() == "Table" { Some(index) } else { above };
        table_of.push(table);
        match element.standard() {
            "TR" => {
                if let Some(rows) = above.and_then(|table| rows.get_mut(table)) {
                    rows.push(index);
                }
            }
            "TH" | "TD" => {
                if let Some(cells) = element.parent.and_then(|parent| cells.get_mut(parent)) {
                    cells.push(index);
                }
            }
            _ => {}
        }
    }
    for (index, table) in tree.elements.iter().enumerate() {
        if table.standard() != "Table" {
            continue;
        }
        let rows: Vec<&[usize]> = rows
            .get(index)
            .into_iter()
            .flatten()
            .filter_map(|row| cells.get(*row))
            .map(Vec::as_slice)
            .collect();
        let mut add = |what: String| {
            found.add(Occurrence::new(what).object(table.number()).on(table.page.unwrap_or(0)));
        };
        if let Some(fault) = grid_fault(context, tree, &rows) {
            add(fault);
        }
        let mut all =
            rows.iter().flat_map(|row| row.iter()).filter_map(|cell| tree.elements.get(*cell));
        let has = |cell: &Element<'_>, key| tree.attribute(context.file, cell, key).is_some();
        let uses_headers = all.clone().any(|cell| has(cell, "Headers"));
        let without = all.find(|cell| cell.standard() == "TH" && !has(cell, "Scope"));
        if without.is_some() && !uses_headers {
            add("a header cell does not say what it heads (`Scope`)".to_owned());
        }
    }
}

/// What is wrong with the rows of a table, laid out by the spans of their cells.
fn grid_fault(context: &Context<'_>, tree: &Tree<'_>, rows: &[&[usize]]) -> Option<String> {
    // For each column, how many more rows a cell from above takes.
    let mut taken: Vec<usize> = Vec::new();
    let mut width = None;
    for (row, number) in rows.iter().take(MOST).zip(1_usize..) {
        let mut next: Vec<usize> = taken.iter().map(|left| left.saturating_sub(1)).collect();
        let mut column = 0;
        for cell in row.iter().filter_map(|cell| tree.elements.get(*cell)) {
            let cell = Cell {
                columns: span(context, tree, cell, "ColSpan"),
                rows: span(context, tree, cell, "RowSpan"),
            };
            while taken.get(column).is_some_and(|left| *left > 0) {
                column += 1;
            }
            for at in column..column.saturating_add(cell.columns).min(MOST) {
                if taken.get(at).is_some_and(|left| *left > 0) {
                    return Some(format!("cells overlap in row {number}"));
                }
                if next.len() <= at {
                    next.resize(at + 1, 0);
                }
                if let Some(left) = next.get_mut(at) {
                    *left = cell.rows - 1;
                }
            }
            column = column.saturating_add(cell.columns);
        }
        let reach = taken.iter().rposition(|left| *left > 0).map_or(0, |last| last + 1);
        let gaps = (column..reach).any(|at| taken.get(at).is_none_or(|left| *left == 0));
        let own = column.max(reach);
        match width {
            _ if gaps => return Some(format!("row {number} lacks cells")),
            None => width = Some(own),
            Some(width) if width != own => {
                return Some(format!(
                    "row {number} has {own} columns, and the rows before it {width}"
                ));
            }
            Some(_) => {}
        }
        taken = next;
    }
    taken.iter().any(|left| *left > 0).then(|| "a cell spans more rows than there are".to_owned())
}

/// How many columns or rows a cell spans.
fn span(context: &Context<'_>, tree: &Tree<'_>, cell: &Element<'_>, key: &str) -> usize {
    match tree.attribute(context.file, cell, key) {
        Some(Object::Integer(span)) => usize::try_from(*span).unwrap_or(1).clamp(1, MOST),
        _ => 1,
    }
}
