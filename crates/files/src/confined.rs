//! The inside of the confined process: it gives up every way to open, reach or start anything, and only then reads.
//! What a hostile file can still do is waste its own twenty seconds.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use domain::document::{FILE_MAX, FileKind, FileRefused};
use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch, apply_filter};

use crate::work::{self, Shown};

/// Memory, in bytes: of address space, which the allocator takes more of than it uses.
const MEMORY_MAX: u64 = 4 << 30;
/// Of a core, in seconds.
const CPU_MAX: u64 = 20;

/// Why the process could not be confined. Then it reads nothing.
#[derive(Debug, thiserror::Error)]
pub enum NotConfined {
    #[error("this kernel does not let a process give up its rights: {0}")]
    Filter(String),
    #[error("this kernel does not let a process limit itself: {0}")]
    Limit(io::Error),
}

/// What a process needs that has its input and output open, and nothing else.
const ALLOWED: &[i64] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_lseek,
    libc::SYS_mmap,
    libc::SYS_mprotect,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_tgkill,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Gives everything up but memory, input and output. There is no way back.
fn confine() -> Result<(), NotConfined> {
    let limits = [
        (Resource::As, MEMORY_MAX),
        (Resource::Cpu, CPU_MAX),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 3),
    ];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })
            .map_err(|why| NotConfined::Limit(why.into()))?;
    }
    let refused = |why: String| NotConfined::Filter(why);
    let arch: TargetArch = std::env::consts::ARCH.try_into().map_err(|e| refused(format!("{e:?}")))?;
    let rules: BTreeMap<i64, Vec<_>> = ALLOWED.iter().map(|call| (*call, Vec::new())).collect();
    // An error and no end: a library that looks for something in passing goes on without it.
    let otherwise = SeccompAction::Errno(libc::EPERM.cast_unsigned());
    let filter = SeccompFilter::new(rules, otherwise, SeccompAction::Allow, arch)
        .map_err(|e| refused(e.to_string()))?;
    let program: BpfProgram = filter.try_into().map_err(|e| refused(format!("{e}")))?;
    apply_filter(&program).map_err(|e| refused(e.to_string()))
}

/// What is asked of the confined process.
pub(crate) enum Asked {
    TakeIn,
    Sheet(FileKind, u16),
}

/// How a question starts on the pipe; the bytes of the file follow, to the end.
pub(crate) fn question(asked: &Asked) -> [u8; 4] {
    match *asked {
        Asked::TakeIn => [0; 4],
        Asked::Sheet(kind, number) => {
            let [high, low] = number.to_be_bytes();
            [1, place(FileKind::ALL, kind), high, low]
        }
    }
}

fn place<T: PartialEq + Copy>(all: &[T], one: T) -> u8 {
    all.iter().position(|each| *each == one).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

/// The whole of the confined process: confine, read, answer.
///
/// # Errors
/// [`NotConfined`] before anything is read. A broken pipe ends it in silence: then nobody listens.
pub fn confined() -> Result<(), NotConfined> {
    confine()?;
    let mut whole = Vec::new();
    let most = FILE_MAX as u64 + 5;
    let answer = match io::stdin().lock().take(most).read_to_end(&mut whole) {
        Ok(_) if whole.len() >= 4 => {
            let bytes = whole.split_off(4);
            answer(&whole, bytes)
        }
        _ => vec![REFUSED, place(FileRefused::ALL, FileRefused::Broken)],
    };
    let mut out = io::stdout().lock();
    let _ = out.write_all(&answer).and_then(|()| out.flush());
    Ok(())
}

const DONE: u8 = 0;
const REFUSED: u8 = 1;

fn answer(question: &[u8], bytes: Vec<u8>) -> Vec<u8> {
    let done = match *question {
        [0, ..] => work::take_in(&bytes).map(|taken| {
            let [high, low] = taken.sheets.to_be_bytes();
            [vec![DONE, place(FileKind::ALL, taken.kind), high, low], taken.bytes].concat()
        }),
        [1, kind, high, low] => {
            let kind = FileKind::ALL.get(usize::from(kind)).copied().ok_or(FileRefused::Broken);
            kind.and_then(|kind| work::sheet(kind, bytes, u16::from_be_bytes([high, low]))).map(|shown| {
                let (form, bytes) = match shown {
                    Shown::Jpeg(bytes) => (0, bytes),
                    Shown::Png(bytes) => (1, bytes),
                    Shown::Words(words) => (2, words.into_bytes()),
                };
                [vec![DONE, form], bytes].concat()
            })
        }
        _ => Err(FileRefused::Broken),
    };
    done.unwrap_or_else(|why| vec![REFUSED, place(FileRefused::ALL, why)])
}

/// What came back. None: no answer that this code gives.
pub(crate) fn taken(answer: Vec<u8>) -> Option<Result<work::TakenIn, FileRefused>> {
    match *answer.as_slice() {
        [DONE, kind, high, low, ..] => {
            let kind = *FileKind::ALL.get(usize::from(kind))?;
            let bytes = answer[4..].to_vec();
            Some(Ok(work::TakenIn { kind, sheets: u16::from_be_bytes([high, low]), bytes }))
        }
        _ => refusal(&answer).map(Err),
    }
}

pub(crate) fn shown(mut answer: Vec<u8>) -> Option<Result<Shown, FileRefused>> {
    match *answer.as_slice() {
        [DONE, form, ..] => {
            let bytes = answer.split_off(2);
            match form {
                0 => Some(Ok(Shown::Jpeg(bytes))),
                1 => Some(Ok(Shown::Png(bytes))),
                2 => String::from_utf8(bytes).ok().map(|words| Ok(Shown::Words(words))),
                _ => None,
            }
        }
        _ => refusal(&answer).map(Err),
    }
}

fn refusal(answer: &[u8]) -> Option<FileRefused> {
    match *answer {
        [REFUSED, why] => FileRefused::ALL.get(usize::from(why)).copied(),
        _ => None,
    }
}

/// What a confined process could still do on this machine. All false is what it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Probe {
    /// Open a file that everybody may read.
    pub opens: bool,
    /// Make a connection.
    pub connects: bool,
    /// Start a program.
    pub starts: bool,
}

/// Confines this process and tries what it gave up.
///
/// # Errors
/// [`NotConfined`].
pub fn probe() -> Result<Probe, NotConfined> {
    confine()?;
    Ok(Probe {
        opens: std::fs::File::open("/proc/self/status").is_ok(),
        connects: std::net::UdpSocket::bind("127.0.0.1:0").is_ok(),
        starts: std::process::Command::new("/bin/true").status().is_ok(),
    })
}
