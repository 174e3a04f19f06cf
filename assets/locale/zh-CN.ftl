### 对照界面的全部文字。

## 程序
app-name = 对照
status-reports = { $count } 份报告
