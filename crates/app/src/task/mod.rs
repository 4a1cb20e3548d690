//! Tasks: what is to be done about a client. What somebody wrote down is stored; what follows from a date is computed each
//! time, from the registry in `sources.rs`.

mod change;
mod list;
mod read;
mod sources;
mod write;

pub use change::{Change, ChangeRefused, Changed, Next};
pub(crate) use list::soon;
pub use list::{Counts, Filter, Item, Line, ListTasks, PAGE, TaskList, View};
pub use read::{OneTask, ReadOne, ReadTasks, TasksRead};
pub use store::client::tasks::{Colleague, ForClient, Step, Task};
pub use write::{Later, Write, WriteRefused};
