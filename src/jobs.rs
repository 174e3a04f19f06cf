//! Named threads that read reports, and the channel they answer on. Knows no window: it is given something to call when an
//! answer is there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::extract::{extract, trace};
use crate::lexicon::Lexicon;
use crate::load;
use crate::model::{Document, FactKey, Hints, Report, ReportEdit, ReportId, Trace};

/// How many files are read at a time.
const THREADS: usize = 2;

/// A file to read.
#[derive(Debug, Clone)]
pub struct Task {
    pub path: PathBuf,
    pub sample: bool,
    /// What a person said of the content; where it is `None`, what is kept for the content's hash.
    pub edit: Option<ReportEdit>,
}

/// Why a file was not read: the key of the sentence that tells it, and the values in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: String,
    pub values: Vec<(String, String)>,
}

/// What came of a task.
#[derive(Debug)]
pub enum Answer {
    /// A file that was read, or was not.
    Read { path: PathBuf, result: Result<Arc<Report>, Refusal> },
    /// A folder: the files in it, or why there are none.
    Folder { path: PathBuf, files: Vec<Result<PathBuf, (PathBuf, Refusal)>> },
    /// How a row of a document came about; nothing where that cannot be told.
    Traced { key: FactKey, document: Arc<Document>, trace: Option<Arc<Trace>> },
}

/// The corrections of reports, by their content.
pub type ReportEdits = Arc<BTreeMap<ReportId, ReportEdit>>;

/// What a thread is asked for, with the count of its kind when it was asked for.
enum Job {
    Read(u64, Task, ReportEdits),
    Trace(u64, FactKey, Arc<Document>),
}

/// What has another count than its kind has now is wanted no longer.
#[derive(Default)]
struct Counts {
    /// Grows whenever reading is cancelled.
    reads: AtomicU64,
    /// Grows with every row asked about: only the last is wanted.
    traces: AtomicU64,
}

type Queue = Arc<Mutex<Receiver<Job>>>;

/// Threads that read reports in the order in which they were asked for.
pub struct Jobs {
    queue: Sender<Job>,
    answers: Receiver<(u64, Answer)>,
    counts: Arc<Counts>,
}

impl Jobs {
    /// Starts the threads, which read with `lexicon` or the built-in one; `wake` is called from them whenever an answer is there.
    pub fn new(wake: &Arc<dyn Fn() + Send + Sync>, lexicon: Option<&Arc<Lexicon>>) -> std::io::Result<Self> {
        let (queue, tasks) = channel();
        let (answer, answers) = channel();
        let tasks: Queue = Arc::new(Mutex::new(tasks));
        let counts = Arc::new(Counts::default());
        for number in 0..THREADS {
            let (tasks, answer, counts, wake, lexicon) = (tasks.clone(), answer.clone(), counts.clone(), wake.clone(), lexicon.cloned());
            std::thread::Builder::new().name(format!("read-{number}")).spawn(move || work(&tasks, &answer, &counts, &*wake, lexicon))?;
        }
        Ok(Self { queue, answers, counts })
    }

    /// Asks for files to be read.
    pub fn load(&self, tasks: Vec<Task>, edits: &ReportEdits) {
        let count = self.counts.reads.load(Ordering::Relaxed);
        for task in tasks {
            // the threads live as long as the queue
            let _ = self.queue.send(Job::Read(count, task, edits.clone()));
        }
    }

    /// Asks how the fact of a document came about, and no longer about any other.
    pub fn trace(&self, key: FactKey, document: Arc<Document>) {
        let count = self.counts.traces.fetch_add(1, Ordering::Relaxed) + 1;
        let _ = self.queue.send(Job::Trace(count, key, document));
    }

    /// Drops the files that were asked for and have not been answered.
    pub fn cancel(&self) {
        self.counts.reads.fetch_add(1, Ordering::Relaxed);
    }

    /// The answers that have come since the last call.
    pub fn drain(&self) -> Vec<Answer> {
        let is_wanted = |count: u64, answer: &Answer| match answer {
            Answer::Traced { .. } => count == self.counts.traces.load(Ordering::Relaxed),
            Answer::Read { .. } | Answer::Folder { .. } => count == self.counts.reads.load(Ordering::Relaxed),
        };
        self.answers.try_iter().filter(|(count, answer)| is_wanted(*count, answer)).map(|(_, answer)| answer).collect()
    }
}

fn work(tasks: &Queue, answers: &Sender<(u64, Answer)>, counts: &Counts, wake: &dyn Fn(), lexicon: Option<Arc<Lexicon>>) {
    let lexicon = lexicon.unwrap_or_else(Lexicon::builtin);
    loop {
        let next = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        let (asked, now) = match &job {
            Job::Read(asked, ..) => (*asked, &counts.reads),
            Job::Trace(asked, ..) => (*asked, &counts.traces),
        };
        if asked != now.load(Ordering::Relaxed) {
            continue;
        }
        if answers.send((asked, done(job, &lexicon))).is_err() {
            return;
        }
        wake();
    }
}

/// Does what was asked for. One report's panic must not end the program.
fn done(job: Job, lexicon: &Lexicon) -> Answer {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    match job {
        Job::Read(_, task, edits) => catch_unwind(AssertUnwindSafe(|| answer(&task, &edits, lexicon))).unwrap_or_else(|_| {
            let values = vec![("path".to_owned(), crate::text::visible_path(&task.path))];
            Answer::Read { path: task.path, result: Err(Refusal { code: "load-error-internal".to_owned(), values }) }
        }),
        Job::Trace(_, key, document) => {
            let tree = || trace(&document, document.fact_index(&key)?, lexicon);
            let trace = catch_unwind(AssertUnwindSafe(tree)).ok().flatten().map(Arc::new);
            Answer::Traced { key, document, trace }
        }
    }
}

fn answer(task: &Task, edits: &BTreeMap<ReportId, ReportEdit>, lexicon: &Lexicon) -> Answer {
    let path = task.path.clone();
    if !task.sample && path.is_dir() {
        let found = load::expand(std::slice::from_ref(&path));
        let files = found.into_iter().map(|file| file.map_err(|error| (error.path().to_owned(), refusal(&error)))).collect();
        return Answer::Folder { path, files };
    }
    Answer::Read { path, result: read(task, edits, lexicon).map_err(|error| refusal(&error)) }
}

fn refusal(error: &load::LoadError) -> Refusal {
    Refusal { code: error.code().to_owned(), values: error.values().into_iter().map(|(key, value)| (key.to_owned(), value)).collect() }
}

/// Reads one file as the window does: with what is known of its content.
fn read(task: &Task, edits: &BTreeMap<ReportId, ReportEdit>, lexicon: &Lexicon) -> Result<Arc<Report>, load::LoadError> {
    let open = |encoding: Option<&str>| match crate::samples::content(&task.path).filter(|_| task.sample) {
        Some(text) => load::from_bytes(&task.path, text.as_bytes(), encoding),
        None => load::load(&task.path, encoding),
    };
    let asked = task.edit.as_ref().and_then(|edit| edit.encoding.as_deref());
    let mut loaded = open(asked)?;
    let kept = edits.get(&loaded.id).cloned();
    let edit = task.edit.clone().or(kept).unwrap_or_default();
    if asked.is_none() && edit.encoding.is_some() {
        loaded = open(edit.encoding.as_deref())?;
    }
    let document = extract(loaded.source, &hints(&task.path, &edit, task.sample), lexicon);
    Ok(Arc::new(Report { id: loaded.id, path: loaded.path, encoding: loaded.encoding, document: Arc::new(document) }))
}

/// What extraction may use beside the text.
pub fn hints(path: &Path, edit: &ReportEdit, sample: bool) -> Hints {
    Hints {
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        title: edit.title.clone(),
        place: edit.place.clone(),
        year: edit.year,
        kind: edit.kind,
        published: edit.published.clone(),
        quality: edit.quality,
        sample,
    }
}
