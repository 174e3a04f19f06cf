### Every word of Duizhao's interface.

## Program
app-name = Duizhao
status-reports = { $count } { $count ->
    [one] report
   *[other] reports
}

## Command line
cli-about = reads cities' education work reports side by side: initiatives highlighted, numbers as rows, indicators plotted
cli-version = show the version
cli-help = show this help
cli-files = reports or folders (a folder is read in name order)
cli-files-window = reports or folders to open in the window
cli-extract = print the reports' numbers and initiatives as data
cli-extract-format = output format
cli-extract-output = write to a file instead of standard output
cli-explain = tell how the number or initiative at a place was read
cli-explain-file = the report
cli-explain-at = offset in characters, as the JSON output counts
cli-error-output = Cannot write: { $reason }
cli-error-write = Cannot write { $path }: { $reason }
cli-error-output-is-input = The output file { $path } is an input file too; nothing was written
cli-error-offset = Offset { $offset } lies beyond the text ({ $count } characters)

## Explanation
explain-fact = Number
explain-initiative = Initiative
explain-nothing = No number or initiative was read here
explain-none = cannot be told
explain-field-indicator = indicator
explain-field-series = series
explain-field-value = value
explain-field-qualifier = qualifier
explain-field-kind = kind
explain-field-status = achieved or target
explain-field-period = period
explain-field-baseline = baseline
explain-field-place = place
explain-field-subject = subject
explain-field-confidence = confidence
explain-field-rules = rules
explain-field-sentence = sentence
explain-field-name = name
explain-field-theme = theme
explain-field-cluster = cluster
explain-field-family = family
explain-field-weight = shown
explain-field-mentions = mentions
explain-field-left = not captured
explain-field-block = kind of paragraph
explain-word-exact = exact
explain-word-about = about
explain-word-over = over
explain-word-nearly = nearly
explain-word-at_least = at least
explain-word-at_most = at most
explain-word-level = level
explain-word-change = change
explain-word-actual = achieved
explain-word-target = target
explain-word-sure = sure
explain-word-likely = likely
explain-word-doubtful = doubtful
explain-word-document = document
explain-word-programme = programme
explain-word-reform = reform
explain-word-system = system
explain-word-event = event
explain-word-main = by default
explain-word-optional = on demand
explain-word-date = date
explain-word-ordinal = ordinal
explain-word-name = part of a name
explain-word-slogan = set phrase
explain-word-section = section number
explain-word-furniture = page furniture
explain-word-reference = reference number
explain-word-unread = not understood
explain-word-title = title
explain-word-heading = heading
explain-word-paragraph = text
explain-word-debris = page numbers and the like
explain-word-stated = stated
explain-word-from_context = from the context
explain-word-from_heading = from the heading
explain-word-from_report = from the report
explain-word-from_file_name = from the file name
explain-word-corrected = corrected by a person

## Files that cannot be opened
load-error-fault = { $path } could not be read: a fault of the program ({ $reason })
load-error-io = { $path } could not be read: { $reason }

## Reader
reader-text = Text: { $title }
reader-split = Paragraph { $number } · { $count } characters, shown sentence by sentence
reader-folded = Left out { $count } characters: { $what }
reader-strip = Marks of the whole text; scrolls
