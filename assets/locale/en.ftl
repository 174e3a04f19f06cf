### Every word of Duizhao's interface.

## Program
app-name = Duizhao
status-reports = { $count } { $count ->
    [one] report
   *[other] reports
}
