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
cli-plot-error-format = The picture must be .png, .svg or .pdf: { $path }
cli-plot-error-several = “{ $name }” may mean any of these, choose one:
cli-plot-error-none = There is no indicator called “{ $name }”
cli-plot-error-none-but = There is no indicator called “{ $name }”; similar names are:
cli-plot-error-place = The reports have no value of “{ $name }”; places with values: { $places }
