//! Reading what was found: 25 a page, newest first, with the dossiers whose client has this name.

use std::collections::BTreeSet;

use domain::fold::fold_name;
use domain::{DossierId, DraftId};
use jiff::civil::Date;
use policy::actions::{OwnDesktop, SearchOwn};
use store::client::caseload::{self, Case};
use store::client::drafts;
use store::client::entries::Page;
use store::client::search::{self, What};
use store::{Text, Undone, UseCase, Work};

/// Lines on one page.
pub const PAGE: usize = 25;

/// Reads what was asked.
#[derive(Clone, Copy, Debug)]
pub struct Find {
    /// Where the words are kept.
    pub asked: DraftId,
    /// 1 is the first.
    pub page: usize,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// What was asked, as it was typed.
    pub asked: String,
    /// What the words were compared by.
    pub stems: BTreeSet<String>,
    /// Own dossiers whose client has this name; on the first page only.
    pub clients: Vec<Case>,
    pub lines: Vec<Line>,
    /// On all pages.
    pub total: usize,
    pub page: usize,
    pub last_page: usize,
}

/// One place where the words stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub dossier: DossierId,
    /// Whose dossier it is.
    pub name: String,
    pub what: What,
    pub day: Date,
    /// Who wrote it.
    pub by: String,
    /// The texts to show the words in.
    pub texts: Vec<Text>,
}

impl UseCase for Find {
    type Action = SearchOwn;
    /// None: nothing was asked under this id, by this asker, or it has gone.
    type Out = Option<Found>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, SearchOwn>) -> Result<Option<Found>, Undone<Self::Refusal>> {
        let asked = drafts::one(work, self.asked).await?.filter(|draft| draft.form == drafts::SEARCH);
        let Some(asked) = asked.map(|draft| draft.body) else { return Ok(None) };
        let stems = store::stems::distinct(&[&asked]);
        let mut cases = caseload::own(work).await?;
        cases.retain(|case| case.domains.iter().any(|(_, role)| role != "emergency"));
        let page = self.page.clamp(1, 10_000);
        let skip = u32::try_from((page - 1) * PAGE).unwrap_or(u32::MAX);
        let take = u32::try_from(PAGE).unwrap_or(u32::MAX);
        let found = search::find(work, &cases, &stems, Page { skip, take }).await?;
        let last_page = found.total.div_ceil(PAGE).max(1);
        let lines = found.hits.into_iter().map(|hit| Line {
            dossier: hit.dossier,
            name: name_of(&cases, hit.dossier),
            what: hit.what,
            day: hit.day,
            by: hit.by,
            texts: hit.texts,
        });
        let lines = lines.collect();
        let clients = if page == 1 { named(cases, &asked) } else { Vec::new() };
        Ok(Some(Found { asked, stems, clients, lines, total: found.total, page, last_page }))
    }
}

fn name_of(cases: &[Case], dossier: DossierId) -> String {
    let case = cases.iter().find(|case| case.dossier == dossier);
    case.map(|case| case.fields.full_name()).unwrap_or_default()
}

/// The dossiers whose client has all these words in the name, by name.
fn named(cases: Vec<Case>, asked: &str) -> Vec<Case> {
    let words: Vec<String> =
        asked.split_whitespace().map(fold_name).filter(|word| !word.is_empty()).collect();
    let fits = |case: &Case| {
        let name = fold_name(&case.fields.full_name());
        words.iter().all(|word| name.contains(word.as_str()))
    };
    let mut found: Vec<Case> = cases.into_iter().filter(fits).collect();
    found.sort_by_cached_key(|case| (fold_name(case.fields.get("surname")), case.number));
    found.truncate(PAGE);
    found
}
