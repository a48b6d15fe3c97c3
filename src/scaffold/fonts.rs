//! Holds the fonts that ship, so that a project can be begun with the program alone.

use crate::language::Language;
use crate::load::Project;
use crate::scaffold::Scaffold;
use crate::typeset::Fonts;

/// Lists a family: its name, its folder below `fonts/` and the files there, its licence among them.
macro_rules! family {
    ($name:literal, $folder:literal, [$($file:literal),* $(,)?]) => {
        ($name, &[$((
            concat!("fonts/", $folder, "/", $file),
            include_bytes!(concat!("../../fonts/", $folder, "/", $file)),
        )),*])
    };
}

/// A family, and its files with their paths in a project.
type Family = (&'static str, &'static [(&'static str, &'static [u8])]);

/// The families that ship.
const FAMILIES: [Family; 2] = [
    family!(
        "Source Sans 3",
        "source-sans-3",
        [
            "OFL.txt",
            "SourceSans3_400Regular.ttf",
            "SourceSans3_400Regular_Italic.ttf",
            "SourceSans3_600SemiBold.ttf",
            "SourceSans3_700Bold.ttf",
            "SourceSans3_700Bold_Italic.ttf",
        ]
    ),
    family!(
        "Vazirmatn",
        "vazirmatn",
        ["OFL.txt", "Vazirmatn_400Regular.ttf", "Vazirmatn_700Bold.ttf"]
    ),
];

/// Where fonts for the scripts of the world are.
pub(super) const SOURCE: &str = "https://notofonts.github.io";

/// Lays in the families of a language that the project lacks, and says whether it has all then. Those that do not ship are
/// wanted.
pub(super) fn add(
    scaffold: &mut Scaffold,
    project: &Project,
    fonts: &Fonts,
    language: &Language,
    families: &[String],
) -> bool {
    let mut are_complete = true;
    for family in families.iter().filter(|family| !fonts.has_family(family)) {
        match FAMILIES.iter().find(|(name, _)| name == family) {
            Some((_, files)) => {
                for (path, content) in *files {
                    scaffold.write_new(project, *path, content);
                }
            }
            None => {
                are_complete = false;
                let wanted = format!(
                    "fonts: put the regular and bold faces of `{family}`, with their licence, into `fonts/` for the script `{}`; Noto families are at {SOURCE}",
                    language.script.code
                );
                if !scaffold.wanted.contains(&wanted) {
                    scaffold.wanted.push(wanted);
                }
            }
        }
    }
    are_complete
}
