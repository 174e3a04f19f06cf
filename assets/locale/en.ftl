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
cli-explain-row = which number, in the order of the text, from 1
cli-explain-find = the numbers that this text holds, or those of the sentences that hold it
cli-error-row = There is no number { $row }: { $path } has { $count }.
cli-error-find = Nothing was read in { $path } where “{ $text }” stands.
cli-error-output = Cannot write: { $reason }
cli-error-write = Cannot write { $path }: { $reason }
cli-error-output-is-input = The output file { $path } is an input file too; nothing was written
cli-error-offset = Offset { $offset } lies beyond the text ({ $count } characters)
cli-lexicon = a folder of tables that stand in for the built-in ones of the same names
cli-lexicon-error = The table { $path }, line { $line }: { $problem }
cli-lexicon-error-utf8 = The table { $path }, line { $line }: not UTF-8
cli-lexicon-error-name = { $path } is none of the tables, which are { $names }
cli-lexicon-error-none = { $path } holds none of the tables, which are { $names }
table-problem-columns = { $wanted } columns, parted by tabs, are wanted, not { $found }
table-problem-unknown = “{ $word }” is no word that may stand in this column
table-problem-twice = “{ $word }” stands twice
table-problem-number = “{ $word }” is no fitting number
table-problem-empty = column { $column } must not be empty
table-problem-other = { $word }

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
load-error-internal = { $path } could not be read: a fault of the program
load-error-missing = { $path } does not exist
load-error-denied = No permission to read { $path }
load-error-empty-folder = The folder { $path } holds no text file (.txt, .md)
load-error-not-a-file = { $path } is not a file
load-error-empty = { $path } is empty
load-error-format = { $path } is { $format ->
    [pdf] a PDF file
    [docx] a Word document
    [xlsx] an Excel workbook
    [ofd] an OFD file
    [epub] an EPUB book
    [zip] a ZIP archive
    [ole] a file of an old Word, Excel or WPS
    [rtf] an RTF document
    [html] a web page
    [image] a picture
    [archive] a compressed archive
   *[other] of another format
} and cannot be opened yet; save its text as a text file (.txt)
load-error-binary = { $path } is not a text file
load-error-too-big = { $path } has { $size } MB, more than the limit of 64 MB
load-error-undecodable = The encoding of { $path } cannot be told; choose one and try again
load-error-no-such-encoding = { $path } could not be read: there is no encoding named { $encoding }
load-error-io = { $path } could not be read: { $reason }

## Window
window-title = Duizhao 对照
button-open = Open reports…
button-samples = See the samples
button-cancel = Cancel
button-keep = OK
button-dismiss = Dismiss
button-export-figure = Export figure…
more = More
sample = Sample
cannot-be-told = cannot be told
place-unknown = Place unknown
year-unknown = Year unknown
place-origin = Where the place comes from: { $origin }
notice-twin = { $name } has the same content as { $other }; one of them is kept
status-initiatives = { $count } initiatives
status-numbers = { $count } numbers · { $doubtful } doubtful
status-filter = Filter: { $name }

## Menus
menu-file = File
menu-edit = Edit
menu-view = View
menu-initiatives = Initiatives
menu-help = Help
menu-recent = Open recent
recent-empty = No file opened yet
recent-clear = Clear the list
action-open = Open reports…
action-open-folder = Open folder…
action-export-figure = Export figure…
action-export-rows = Export rows…
action-close-report = Close this pane
action-close-all = Remove all reports
action-quit = Quit
action-undo = Undo
action-redo = Redo
action-strike-out = Strike out this row
action-correct = Correct…
action-next-mention = Next initiative
action-previous-mention = Previous initiative
action-clear-selection = Clear selection
action-layer-initiatives = Highlight initiatives
action-layer-optional = Events and general tasks
action-layer-numbers = Underline numbers
action-tab-initiatives = List of initiatives
action-tab-numbers = Table of numbers
action-tab-details = Details
action-fold-library = Reports
action-fold-side = Side panel
action-fold-plot = Plot
action-reset-layout = Reset layout
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-zoom-reset = Actual size
action-language = Switch language (中文)
action-theme = Switch light and dark
action-keys = Keys
action-open-samples = Open the sample reports
notice-samples-closed = The sample reports made room for your files. To see them again: Help ▶ Open the sample reports.
action-about = About Duizhao
undo-strike = strike out
undo-restore = restore
undo-correct = correction
undo-reset = reset
undo-properties = report properties
theme-system = Light or dark: as the system
theme-light = Light
theme-dark = Dark

## Reports
library-title = Reports
library-count = { $count } · by city
library-filter = Filter reports
library-empty = Opened reports are listed here by city. Press “Open reports…”, or drop files on the window.
library-initiatives = { $count } initiatives
library-numbers = { $count } numbers
library-reading = Reading { $count }
library-failed = Could not be read · { $count }
library-show = Show side by side
library-properties = Report properties…
library-remove = Remove
level-province = Province
level-city = City
level-county = County
kind-review = review
kind-plan = plan
kind-mixed = review and plan
quality-official = Official
quality-newspaper = Newspaper
quality-repost = Repost
quality-reworded = Reworded repost
quality-unknown = Source unknown

## Side by side
panes-empty-title = No report is open
panes-empty = Open two or more work reports to read them side by side and compare initiatives and numbers.
pane-close = Close this pane
pane-left = Move left
pane-right = Move right
pane-found = “{ $name }” × { $count }
pane-not-found = No mention of “{ $name }” (looked for)
pane-published = Published { $date }

## Initiatives
tab-initiatives = Initiatives
tab-numbers = Numbers
tab-details = Details
initiatives-filter = Filter initiatives
initiatives-shared = Shared
initiatives-shared-hint = Only initiatives that two or more places mention
initiatives-optional = General
initiatives-empty = Once reports are open, their initiatives are listed here by theme, with how often each place mentions them.
initiatives-none-match = No initiative matches the filter
initiative-document = Policy paper
initiative-programme = Programme
initiative-reform = Reform
initiative-system = System
initiative-event = Event
initiative-optional = An event or general task, not highlighted by default
cell-found = { $place }: { $count }
cell-not-found = { $place }: looked for, not mentioned

## Numbers
numbers-filter = Filter by indicator, place
numbers-doubtful = Doubtful
numbers-doubtful-hint = Only doubtful, corrected or struck rows
numbers-empty = Once reports are open, every number of their text is a row here, to be sorted, filtered and corrected.
numbers-none-match = No row matches the filter
column-indicator = Indicator
column-value = Value
column-unit = Unit
column-period = Period
column-place = Place
column-status = Status
column-sort-hint = Sort by this column; once more to reverse
status-actual = Done
status-target = Target
status-actual-long = achieved
status-target-long = target
value-level = level
value-change = change
baseline = against { $period }
baseline-none = baseline not told
fact-restore = Restore this row
fact-reset = Back to what was read
fact-plot = Plot
fact-is-struck = Struck out: left out of plots and exports
copy-sentence = Copy sentence

## Details
details-empty = Click a highlight or a number to see what it is and where it comes from.
details-same-series = Other values of this indicator
details-mentions = Mentions
field-raw = As written
field-qualifier = Qualifier
field-kind = Kind
field-subject = Subject
field-series = Series
field-better = Better
better-up = higher is better
better-down = lower is better
field-theme = Theme
field-sentence = Sentence
field-rules = Why
field-report = Report
field-cluster = Group
field-family = Family
field-title = Title
field-year = Year
field-published = Published
field-report-kind = Kind
field-quality = Source
field-encoding = Encoding
series-none = not in the dictionary: compared by its name alone
origin-stated = stated
origin-context = from the words before
origin-heading = from the heading
origin-report = from the report
origin-file-name = from the file name
origin-corrected = corrected by you
qualifier-exact = exact
qualifier-about = about
qualifier-over = over
qualifier-nearly = nearly
qualifier-at-least = at least
qualifier-at-most = at most
confidence-sure = reliable
confidence-likely = fairly reliable
confidence-doubtful = doubtful

## Plot
indicators-title = Indicators
indicators-order = by comparability
indicators-filter = Filter indicators
indicators-empty = Once reports are open, the indicators that can be plotted are listed here.
indicators-none-match = No indicator matches the filter
extent-none = place or year unknown
extent-years = { $count } { $count ->
    [one] year
   *[other] years
}
extent-places = { $count } { $count ->
    [one] place
   *[other] places
}
figure-nothing = Choose an indicator to see its values here; click a point to go to its sentence.
figure-all-hidden = All its places are hidden
figure-empty = There is no figure to export: choose an indicator first
figure-places = Places { $count }
form-auto = Automatic
form-latest = Latest values
form-years = Over the years
form-hint = Form of the figure

## Dialogs
form-fact = Correct this row
form-report = Report properties
form-path = Type a path
form-keys = Keys
path-why = No file dialog is available on this machine (it needs the desktop portal or zenity). Type the full path of a file or folder here.
path-hint = /home/me/report.txt
dialog-open = Open reports
dialog-folder = Open folder
dialog-save = Save as
dialog-reports = Text reports
dialog-all = All files
export-done = Saved to { $path }
export-rows-name = rows
store-error-settings = Settings could not be saved to { $path }: { $reason }
store-error-edits = Corrections could not be saved to { $path }: { $reason }
about-what = Opens the education work reports of cities, shows them side by side with initiatives highlighted, and turns their numbers into rows and plots.
about-fonts = Font: Noto Sans SC, SIL OFL 1.1. Word list: jieba, MIT.
about-network = The program opens no network connection; reports and corrections stay on this machine.
window-error-display = No graphical display is available ({ $reason }). Use the command line instead, for example: duizhao extract report.txt; see duizhao --help
## Charts
chart-list = {", "}
chart-details = {", "}
chart-clauses = {"; "}
chart-subject = { $place } · { $subject }
chart-year = { $year }
chart-years = { $first }–{ $last }
chart-month = { $year }-{ $month }
chart-day = { $year }-{ $month }-{ $day }
chart-school-year = school year { $first }–{ $last }
chart-range = { $first }–{ $last }
chart-title = { $what }: { $places }
chart-title-place = { $place }: { $what }
chart-title-years = { $title }, { $years }
chart-and-more = { $list } and others, { $count } places
chart-indicators = { $list } and others, { $count } indicators
chart-against = against { $period }
chart-and-so-on = { $list } …
chart-latest = Latest published value of each place
chart-unit = Unit: { $unit }
chart-change = Changes, not levels
chart-hollow = Hollow: target
chart-hollow-and-solid = Solid: achieved, hollow: target
chart-scope-province = Whole province
chart-scope-city = Whole city
chart-scope-county = Whole county or district
chart-scope-body = Single schools or bodies
chart-level-province = province
chart-level-city = city
chart-level-county = county
chart-level-body = body
chart-with-level = { $name } ({ $level })
chart-target = Target { $value }
chart-about = ≈{ $value }
chart-over = { $value }+
chart-nearly = nearly { $value }
chart-at-least = ≥{ $value }
chart-at-most = ≤{ $value }
chart-raw = “{ $raw }”
chart-tag-doubtful = doubtful
chart-tag-rival = accounts differ
chart-tag-corrected = corrected
chart-tag-sample = sample
chart-comparable = comparable
chart-with-reservations = with reservations
chart-not-comparable = not comparable
chart-comparability = Comparability: { $verdict }.
chart-comparability-because = Comparability: { $verdict } ({ $reasons }).
chart-reason-indicators = different indicators
chart-reason-levels = different levels of government
chart-reason-wording = the reports word it differently
chart-reason-status = targets beside results
chart-reason-years = different years
chart-reason-periods = periods of different length
chart-reason-rivals = accounts of one value differ
chart-reason-vague = some values are vague
chart-reason-doubtful = some values are doubtful
chart-reason-repost = some sources are reposts
chart-reason-reworded = some sources are reworded copies
chart-notes = Notes: { $notes }.
chart-note-sample = from sample reports, for demonstration only
chart-note-rivals = accounts of “{ $label }”, { $place } { $when }, differ ({ $values }); all are drawn
chart-note-rival-targets = accounts of the target of “{ $label }”, { $place } { $when }, differ ({ $values }); all are drawn
chart-note-several-in-year = several dates within { $year } for { $place }
chart-note-gap = no value of { $name } for { $years }, not joined
chart-note-no-year = { $count ->
    [one] 1 value without a year is not drawn
   *[other] { $count } values without a year are not drawn
} ({ $raws })
chart-note-no-place = { $count ->
    [one] 1 value without a place is not drawn
   *[other] { $count } values without a place are not drawn
} ({ $raws })
chart-note-several-years = { $count ->
    [one] 1 value over several years is not drawn
   *[other] { $count } values over several years are not drawn
} ({ $raws })
chart-note-other-unit = “{ $label }” has another unit or kind and is not drawn
chart-note-missing = □ stands for characters that the font lacks.
chart-note-corrected = { $count ->
    [one] 1 value was corrected by hand
   *[other] { $count } values were corrected by hand
}
chart-note-year-of-report = { $count ->
    [one] the year of 1 value is that of its report
   *[other] the year of { $count } values is that of their report
}
chart-sources = Sources: { $sources }.
chart-source = { $title } ({ $about })
chart-quality-official = official
chart-quality-newspaper = newspaper
chart-quality-repost = repost
chart-quality-reworded = reworded copy
chart-quality-unknown = source unknown
chart-made = Made { $date }
chart-empty = There is no value to draw
chart-quote = { $raw } — { $sentence }
chart-click = Click to see the sentence

## Export
export-error-no-folder = Cannot write, there is no such folder: { $path }
export-error-is-folder = Cannot write, this is a folder: { $path }
export-error-not-permitted = Cannot write, not permitted: { $path }
export-error-disk-full = Cannot write, the disk is full: { $path }
export-error-io = Cannot write, { $reason }: { $path }
export-error-picture = The picture could not be made: { $reason }
export-missing-glyphs = The font lacks these characters; the figure shows □ in their place: { $characters }

## Command line: plot
cli-plot = draw an indicator as a figure
cli-plot-indicator = the indicator's name or series; may be repeated for a single place
cli-plot-form = lines over years, or the latest value of each place; the one that shows more where not given
cli-plot-place = draw only this place; may be repeated
cli-plot-scale = enlargement of a PNG, 1 to 4
cli-plot-transparent = transparent background
cli-plot-output = the picture; its extension says which kind
cli-plot-counts = places: { $places }, years: { $years }, rows: { $rows }
cli-plot-more = … and { $count } more
cli-plot-error-format = The picture must be .png, .svg or .pdf: { $path }
cli-plot-error-several = “{ $name }” may mean any of these, choose one:
cli-plot-error-none = There is no indicator called “{ $name }”
cli-plot-error-none-but = There is no indicator called “{ $name }”; similar names are:
cli-plot-error-place = The reports have no value of “{ $name }”; places with values: { $places }
## Reader
reader-text = Text: { $title }
reader-split = Paragraph { $number } · { $count } characters, shown sentence by sentence
reader-folded = Left out { $count } characters: { $what }
reader-strip = Marks of the whole text; scrolls

export-scale = PNG { $scale }×
export-scale-transparent = PNG { $scale }×, transparent
export-sizes = Size of the picture
export-endings = A name that ends in .svg or .pdf gives a vector figure
drop-here = Drop to open these files
check-same-figure = One figure stated twice
diagnostic-no-base = no base is given
check-from-to = From, to and change
check-parts-sum = Parts and total
check-ratio = Ratio
check-holds = holds
check-fails = does not hold
status-hidden-panes = { $count } more panes do not fit
form-wrong-year = A year has four digits, 1900 to 2100
form-wrong-value = Needed; a value is a number

## Numerals without a row
action-layer-left-out = Mark numerals without a row
undo-add = added row
undo-remove-added = taking an added row back
status-left-out = { $count } numerals without a row · { $unread } not understood
status-left-out-hint = { $count } numerals of the text became no row: { $reasons }. Click (or press { $key }) to mark them in the text.
left-out-title = Numeral without a row
left-out-because = Became no row: { $reason }
left-out-reason = Reason
left-out-add = Make it a row…
left-out-date-why = It is a date or a year: it says when, not how much.
left-out-ordinal-why = It says which in an order or rank, not how many.
left-out-name-why = It is part of a name.
left-out-slogan-why = It stands in a set phrase and counts nothing.
left-out-section-why = It numbers a section or an item.
left-out-furniture-why = It stands in navigation, footer and the like, which are not the report.
left-out-reference-why = It is the number of a document, a telephone or the like.
left-out-unread-why = The program did not understand what it counts. If it is a value, add it.
form-add = Add a row by hand
field-period = Period
form-wrong-period = Write 2023, 2022-06 or 2021-09/2022-08; leave empty if unknown
form-add-known = Known indicators:
added-by-hand = added by hand
added-remove = Take this row back
form-add-is-known = Stands with the known indicator of this name
form-add-own = Unless a known indicator is chosen, it stands by its own name

## Arithmetic checks
tab-checks = Checks
action-tab-checks = Arithmetic checks
action-export-checks = Export checks…
checks-export = Export…
export-checks-name = checks
checks-count = { $count } sums · { $failing } fail
checks-only-failures = Failures
checks-empty = Once reports are open, the sums that their numbers allow are listed here: parts and total, from, to and change, shares.
checks-none = No numbers of these reports can be checked against each other.
checks-no-failures = Every sum holds
checks-more = Show { $count } more
check-fails-with = does not hold: { $value } comes out
check-corrected = has figures that were corrected; not computed anew

## Computed values
computed = computed
computed-long = computed, no report states it
computed-from = Computed from { $from }
field-computed-from = From
details-follows = What follows from it
details-how = How it was read
details-how-waiting = Reading again…
details-how-corrected = As it was read, before your correction
details-how-parts = { $what }: what it rests on
details-go-to = Show this place in the report
numbers-computed = Computed { $count }
numbers-computed-hint = Values that follow from stated figures (such as this year's less the increase): under the table, apart; in exports, the column derived is true
numbers-computed-section = Computed from figures of the text, which does not state them
figure-computed-hint = Draw the values that follow from stated figures, as crosses
no-base-why = The report tells the change but not the figure before, nor can that be computed
chart-tag-computed = computed
chart-cross-computed = Cross: computed
chart-note-computed = “{ $label }”, { $place } { $when }: { $value } is computed from { $from }, no report states it
chart-note-computed-otherwise = “{ $label }”, { $place } { $when }: { $value } would follow, but { $stated } is stated and drawn
cli-plot-computed = draw the values that follow from stated ones too, as crosses

## Near indicators
near-title = Near, not merged; differs in
near-hint = Looks alike and is not the same: never joined into one series. Click the name to look at it, + to draw it beside as a line of its own.
near-action = action
near-count = count
near-population = population
near-modifier = modifier
near-level = level
near-beside = Draw beside
near-apart = Take out of the plot
# How a row came about
trace-quoted = “{ $words }”
trace-figure = figure
trace-result = result
trace-derived = computed value (the text does not state it)
trace-scale = 万 and 亿 multiplied out
trace-sign = a decrease: written as a negative number
trace-unit = unit
trace-unit-table = from the table of units
trace-cell-row = row
trace-cell-column = column
trace-cell-caption = title of the table
trace-unit-cell = stated by column, row or title
trace-unit-name = from the name of the indicator
trace-unit-written = written with the number or carried
trace-unit-each = for each person, month and the like
trace-rule = rule
trace-word = word of the name
trace-word-topic = level of schooling or subject
trace-word-attribute = narrower kind
trace-word-action = action
trace-word-measure = head noun (measure)
trace-word-dropped = left out for length
trace-word-ending = ending
trace-from-before = same clause, before the number
trace-from-behind = same clause, behind the number
trace-from-clause = carried from an earlier clause
trace-from-later = from a later clause
trace-from-sentence = carried from an earlier sentence
trace-from-rule = added by the rule
trace-from-unit = from the unit
trace-series-known = all of it is known to the dictionary
trace-series-part = part
trace-series-strange = none: the dictionary does not know these words
trace-series-vague = none: the name is too vague, or the unit does not fit
trace-series-object = none: the object of a preposition
trace-status-word = by the word
trace-status-section = its section is a plan
trace-status-none = no word says that it is planned
trace-status-plan-noun = a word such as task or plan stands behind the number
trace-status-bracket = a word such as task or plan stands before the bracket
trace-status-task = it is the number of a task
trace-status-quoted = it stands in the quoted words of a task
trace-status-task-done = the task is done
trace-status-future = its time lies ahead of the report
trace-status-part = what follows says that only part of it is done
trace-doubt-none = nothing speaks against it
trace-doubt-guessed = part of the name is guessed
trace-doubt-no-unit = no unit
trace-doubt-no-name = no proper name
trace-doubt-distance = percentage points between two things, of which one is named
trace-doubt-last-year = “last year” may be the report's own year
trace-doubt-mended = a slip of recognition in the number was mended
trace-doubt-mixed-status = task and result in one sentence
trace-doubt-no-period = the period cannot be told
trace-doubt-untold = no word says whether it is done or planned
trace-doubt-inherited = the name is carried from elsewhere and unknown to the dictionary
trace-doubt-shortened = the name was too long, words were left out
trace-doubt-unusual = the name is unusually short or long
trace-doubt-says-little = the name says little
trace-doubt-twin = another value stands under the same name
trace-doubt-level = the value it is a change of is no surer
rule-name-first = the name stands before the number
rule-number-first = the number stands before its noun
rule-number-subject = the number is the subject
rule-action-behind = what was done stands behind the noun
rule-purpose-behind = the purpose stands behind
rule-shared-action = what all of them did stands behind 均
rule-topic-carried = the topic is carried from the clause before
rule-topic-sentence = the topic is carried from the sentence before
rule-matter-carried = the matter is carried from a clause without numbers
rule-matter-school = the matter says which kind of school
rule-level-carried = the level of schooling is carried
rule-level-heading = the heading names the level of schooling
rule-verb-carried = the verb is carried
rule-object-carried = the object is carried
rule-indicator-carried = the indicator is carried
rule-same-carried = the same item as before
rule-same-two-periods = one item in two periods
rule-same-places = one item in several places
rule-same-unit = the noun of an earlier number of the same unit
rule-part-of = a part opened by 其中: it takes over from the name of its total
rule-respectively = 分别: one to one
rule-list-head = the sentence that heads the list names the indicator
rule-preposition = object of a preposition: how many took part, not how many there are
rule-relative = a clause with 的
rule-reaching = what reaches them stands before the verb
rule-rate-carried = what the rate is of is carried
rule-share = a share
rule-share-whole = the whole of a share
rule-share-of = the share of one in another
rule-completion = how much of the target is done
rule-admission-score = the score asked for
rule-change = a change
rule-change-compared = a change against a year
rule-change-carried = the change is of the item before
rule-from = the first of from–to
rule-to = the second of from–to
rule-keyed = the dictionary gives a series
rule-twins = different values under one name
rule-partly-done = part of it is done
rule-derived-amount = computed from a change
rule-part-named = a part of what stands before 其中
rule-whom-carried = whom it is about is carried
rule-each-carried = “per pupil” alone is of the figure before it
rule-staff-carried = degrees and titles are of the people named before them
rule-label = the label before the colon names the matter
rule-none = 无一: none at all, a row of nought
rule-among = the whole stands before
rule-overhead = what stands before the colon names it
rule-title-level = the title names the level of schooling
rule-distance = how far it lies from another
rule-qualified-noun = the number qualifies a noun
rule-name-behind = the name stands behind
rule-same-kinds = one item of several kinds
rule-highest-lowest = which is highest or lowest
rule-repeated = the same sentence stood before
rule-size = so many a school cannot be: one of the two is a slip
rule-table = from a table
rule-row-column = the names of row and column make the name
rule-row = the name of the row
rule-change-noun-behind = the noun that changed stands behind
rule-derived-rate = computed from a rate of growth
action-next-unread = Next numeral not understood
notice-none-unread = Every numeral of the open panes was understood
check-direction-holds = goes the way the text says
check-direction-fails = does not go the way the text says
form-add-needs-name = Say first what it counts, for example 新建公办幼儿园数
chart-note-no-base = { $count ->
    [one] no base is given for 1 change
   *[other] no base is given for { $count } changes
}
