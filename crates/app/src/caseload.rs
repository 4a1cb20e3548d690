//! "Mijn dossiers": the dossiers a worker is involved with, filtered, sorted, 25 a page. Names are sealed,
//! so this happens over the whole caseload, in memory.

use domain::{LegalDomain, fold::fold_name};
use policy::actions::{ListCaseload, OwnDesktop};
pub use store::client::caseload::Case;
use store::{Undone, UseCase, Work};

/// Rows on one page.
pub const PAGE: usize = 25;

/// How the list is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Order {
    #[default]
    Name,
    LastContact,
    /// Changed last, first.
    Changed,
}

/// Which dossiers to show.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Filter {
    /// Part of a name, however it is written.
    pub name: String,
    pub domain: Option<LegalDomain>,
    /// A `domain::RoleInCase` code.
    pub role: Option<String>,
    pub order: Order,
    /// 1 is the first.
    pub page: usize,
}

/// One page of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caseload {
    pub cases: Vec<Case>,
    /// How many fit the filter.
    pub found: usize,
    /// How many there are.
    pub total: usize,
    pub page: usize,
    pub last_page: usize,
}

/// Lists the own dossiers.
#[derive(Clone, Debug)]
pub struct ListOwn(pub Filter);

impl UseCase for ListOwn {
    type Action = ListCaseload;
    type Out = Caseload;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ListCaseload>) -> Result<Caseload, Undone<Self::Refusal>> {
        let all = store::client::caseload::own(work).await?;
        Ok(page(all, &self.0))
    }
}

/// All own dossiers, to choose one from.
#[derive(Clone, Copy, Debug)]
pub struct ChooseOwn;

impl UseCase for ChooseOwn {
    type Action = ListCaseload;
    type Out = Vec<Case>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ListCaseload>) -> Result<Vec<Case>, Undone<Self::Refusal>> {
        Ok(in_order(store::client::caseload::own(work).await?))
    }
}

/// By name, as people read it.
pub(crate) fn in_order(mut all: Vec<Case>) -> Vec<Case> {
    sort(&mut all, Order::Name);
    all
}

fn page(all: Vec<Case>, filter: &Filter) -> Caseload {
    let total = all.len();
    let mut cases: Vec<Case> = all.into_iter().filter(|case| fits(case, filter)).collect();
    sort(&mut cases, filter.order);
    let found = cases.len();
    let last_page = found.div_ceil(PAGE).max(1);
    let page = filter.page.clamp(1, last_page);
    let cases = cases.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
    Caseload { cases, found, total, page, last_page }
}

fn fits(case: &Case, filter: &Filter) -> bool {
    let name = fold_name(&filter.name);
    let by_name = name.is_empty() || fold_name(&case.fields.full_name()).contains(&name);
    let by_domain = filter.domain.is_none_or(|domain| case.domains.iter().any(|(d, _)| *d == domain));
    let by_role = filter.role.as_ref().is_none_or(|role| case.domains.iter().any(|(_, r)| r == role));
    by_name && by_domain && by_role
}

fn sort(cases: &mut [Case], order: Order) {
    let name =
        |case: &Case| (fold_name(case.fields.get("surname")), fold_name(case.fields.get("given-names")));
    match order {
        Order::Name => cases.sort_by_cached_key(|case| (name(case), case.number)),
        Order::LastContact => cases.sort_by_cached_key(|case| (case.last_client_contact, case.number)),
        Order::Changed => {
            cases.sort_by_cached_key(|case| (std::cmp::Reverse(case.last_content_change), case.number));
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::DossierId;
    use jiff::Timestamp;
    use store::client::fields::{Field, Fields};

    use super::*;

    fn case(number: i64, surname: &str) -> Case {
        let at = |second| Timestamp::from_second(second).expect("an instant");
        let field =
            Field { name: "surname".into(), value: surname.into(), source: "client".into(), since: at(0) };
        Case {
            dossier: DossierId(uuid::Uuid::from_u128(number.unsigned_abs().into())),
            number,
            fields: Fields(vec![field]),
            domains: vec![(LegalDomain::Wmo, "lead".into())],
            since: at(number),
            last_content_change: at(number),
            last_client_contact: at(1000 - number),
        }
    }

    fn names(list: &Caseload) -> Vec<&str> {
        list.cases.iter().map(|case| case.fields.get("surname")).collect()
    }

    #[test]
    fn names_are_sorted_as_people_read_them() {
        let all = vec![case(1, "Öztürk"), case(2, "de Wit"), case(3, "Abdi"), case(4, "Oud")];

        let list = page(all, &Filter::default());

        assert_eq!(names(&list), ["Abdi", "de Wit", "Oud", "Öztürk"]);
    }

    #[test]
    fn a_name_is_found_without_its_accents() {
        let all = vec![case(1, "Öztürk"), case(2, "de Wit")];

        let list = page(all, &Filter { name: "ozt".into(), ..Filter::default() });

        assert_eq!((names(&list), list.found, list.total), (vec!["Öztürk"], 1, 2));
    }

    #[test]
    fn a_page_too_far_is_the_last_page() {
        let all = (1..=60).map(|n| case(n, &format!("Naam{n:02}"))).collect();

        let list = page(all, &Filter { page: 99, ..Filter::default() });

        assert_eq!((list.page, list.last_page, list.cases.len()), (3, 3, 10));
    }
}
