//! Judging emergency accesses (ACC-04): the queue, one case, the verdict, the explanation before it, and the figures.
//! Only a human being judges; whose turn it is, is a rule of `domain::review`.

mod desk;
mod explain;
mod figures;
mod judge;

pub use desk::{Board, Count, List, Read, TellBoard};
pub use explain::{Explain, ExplainRefused, ReadQuestion};
pub use figures::{FIGURES_SINCE_MONTHS, Figures, Quarter, ReadFigures, SMALL, TeamFigures};
pub use judge::{Judge, JudgeRefused};

pub use store::client::reviews::{
    CaseRead, ClientAsked, Earlier, Exchange, Explanation, Judged, Listed, Seen, Stage, Verdict, Worker,
};
