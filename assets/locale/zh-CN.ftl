### 对照界面的全部文字。

## 程序
app-name = 对照
status-reports = { $count } 份报告

## 命令行
cli-about = 对照阅读各地教育工作报告：举措高亮、数字成表、指标成图
cli-version = 显示版本
cli-help = 显示帮助
cli-files = 报告文件或文件夹（文件夹按文件名顺序读取）
cli-files-window = 在窗口中打开的报告文件或文件夹
cli-extract = 把报告中的数字和举措输出为数据
cli-extract-format = 输出格式
cli-extract-output = 写入文件（缺省为标准输出）
cli-explain = 说明某处的数字或举措是怎样读出来的
cli-explain-file = 报告文件
cli-explain-at = 位置，按 JSON 输出中的字符数计
cli-error-output = 无法输出：{ $reason }
cli-error-write = 无法写入 { $path }：{ $reason }
cli-error-output-is-input = 输出文件 { $path } 同时是输入文件，未写入
cli-error-offset = 位置 { $offset } 超出全文（共 { $count } 个字符）

## 解释
explain-fact = 数字
explain-initiative = 举措
explain-nothing = 此处没有读出数字或举措
explain-none = 无法判断
explain-field-indicator = 指标
explain-field-series = 可比序列
explain-field-value = 数值
explain-field-qualifier = 限定
explain-field-kind = 类型
explain-field-status = 完成或目标
explain-field-period = 时间
explain-field-baseline = 比较基期
explain-field-place = 地区
explain-field-subject = 主体
explain-field-confidence = 把握
explain-field-rules = 规则
explain-field-sentence = 原句
explain-field-name = 名称
explain-field-theme = 主题
explain-field-cluster = 同类
explain-field-family = 近亲
explain-field-weight = 显示
explain-field-mentions = 提及
explain-field-left = 未成数据
explain-field-block = 段落类型
explain-word-exact = 确数
explain-word-about = 约
explain-word-over = 超过
explain-word-nearly = 近
explain-word-at_least = 不低于
explain-word-at_most = 不超过
explain-word-level = 水平
explain-word-change = 变化
explain-word-actual = 完成
explain-word-target = 目标
explain-word-sure = 确定
explain-word-likely = 较有把握
explain-word-doubtful = 存疑
explain-word-document = 文件
explain-word-programme = 工程、计划
explain-word-reform = 改革
explain-word-system = 制度
explain-word-event = 活动
explain-word-main = 缺省显示
explain-word-optional = 按需显示
explain-word-date = 日期
explain-word-ordinal = 序数
explain-word-name = 名称的一部分
explain-word-slogan = 固定说法
explain-word-section = 章节编号
explain-word-furniture = 网页附属内容
explain-word-reference = 文号等引用
explain-word-unread = 未能读懂
explain-word-title = 标题
explain-word-heading = 小标题
explain-word-paragraph = 正文
explain-word-debris = 页码等零碎
explain-word-stated = 文中写明
explain-word-from_context = 据前文
explain-word-from_heading = 据小标题
explain-word-from_report = 据整份报告
explain-word-from_file_name = 据文件名
explain-word-corrected = 人工更正

## 打不开的文件
load-error-internal = { $path } 未能读取：程序内部出错
load-error-missing = 找不到 { $path }
load-error-denied = 没有权限读取 { $path }
load-error-empty-folder = 文件夹 { $path } 中没有可打开的文本文件（.txt、.md）
load-error-not-a-file = { $path } 不是文件
load-error-empty = { $path } 是空文件
load-error-format = { $path } 是{ $format ->
    [pdf] PDF 文件
    [docx] Word 文档
    [xlsx] Excel 工作簿
    [ofd] OFD 版式文件
    [epub] EPUB 电子书
    [zip] ZIP 压缩包
    [ole] 旧版 Word、Excel 或 WPS 文件
    [rtf] RTF 文档
    [html] 网页文件
    [image] 图片
    [archive] 压缩包
   *[other] 其他格式的文件
}，目前还不能打开；请把正文另存为文本文件（.txt）
load-error-binary = { $path } 不是文本文件
load-error-too-big = { $path } 有 { $size } MB，超过 64 MB 的上限
load-error-undecodable = 无法识别 { $path } 的文字编码；可以指定编码后重试
load-error-no-such-encoding = { $path } 未能读取：没有名为 { $encoding } 的编码
load-error-io = { $path } 未能读取：{ $reason }

## 窗口
window-title = 对照
button-open = 打开报告…
button-samples = 看看示例
button-cancel = 取消
button-keep = 确定
button-dismiss = 关闭提示
button-export-figure = 导出图片…
more = 更多
sample = 示例
cannot-be-told = 无法判断
place-unknown = 地区不明
year-unknown = 年份不明
place-origin = 地区的来历：{ $origin }
notice-twin = { $name } 与 { $other } 内容相同，只保留一份
status-initiatives = 举措 { $count }
status-numbers = 数字 { $count } · 存疑 { $doubtful }
status-filter = 筛选：{ $name }

## 菜单
menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-initiatives = 举措
menu-help = 帮助
menu-recent = 最近打开
recent-empty = 还没有打开过文件
recent-clear = 清空列表
action-open = 打开报告…
action-open-folder = 打开文件夹…
action-export-figure = 导出图片…
action-export-rows = 导出数据…
action-close-report = 关闭当前栏
action-close-all = 移出全部报告
action-quit = 退出
action-undo = 撤销
action-redo = 重做
action-strike-out = 划去这一行
action-correct = 更正…
action-next-mention = 下一处举措
action-previous-mention = 上一处举措
action-clear-selection = 清除选择
action-layer-initiatives = 举措高亮
action-layer-optional = 活动与一般工作
action-layer-numbers = 数字下划线
action-tab-initiatives = 举措列表
action-tab-numbers = 数字表
action-tab-details = 详情
action-fold-library = 报告栏
action-fold-side = 侧栏
action-fold-plot = 图表
action-reset-layout = 恢复默认布局
action-zoom-in = 放大
action-zoom-out = 缩小
action-zoom-reset = 原始大小
action-language = 切换语言（English）
action-theme = 切换明暗
action-keys = 快捷键
action-open-samples = 打开示例报告
notice-samples-closed = 示例报告已移出，换成你打开的文件。要再看示例，用“帮助 ▶ 打开示例报告”。
action-about = 关于对照
undo-strike = 划去
undo-restore = 恢复
undo-correct = 更正
undo-reset = 还原更正
undo-properties = 修改报告属性
theme-system = 明暗：跟随系统
theme-light = 明暗：浅色
theme-dark = 明暗：深色

## 报告栏
library-title = 报告
library-count = { $count } 份 · 按城市
library-filter = 筛选报告
library-empty = 这里会列出打开的报告，按城市排列。点“打开报告…”，或把文件拖进窗口。
library-initiatives = 举措 { $count }
library-numbers = 数字 { $count }
library-reading = 正在读取 { $count } 份
library-failed = 没有读成 · { $count }
library-show = 在并排中显示
library-properties = 报告属性…
library-remove = 移出
level-province = 省级
level-city = 市级
level-county = 县区
kind-review = 总结
kind-plan = 计划
kind-mixed = 总结与计划
quality-official = 官方发布
quality-newspaper = 报刊
quality-repost = 转载
quality-reworded = 转载且改写
quality-unknown = 来源不明

## 并排
panes-empty-title = 还没有打开报告
panes-empty = 打开两份以上的工作报告，就能并排阅读、对照举措和数字。
pane-close = 关闭这一栏
pane-left = 左移
pane-right = 右移
pane-found = “{ $name }” { $count } 处
pane-not-found = 没有提到“{ $name }”（已查找）
pane-published = 发布于 { $date }

## 举措
tab-initiatives = 举措
tab-numbers = 数字
tab-details = 详情
initiatives-filter = 筛选举措
initiatives-shared = 多地共有
initiatives-shared-hint = 只看两个以上地区都提到的举措
initiatives-optional = 一般
initiatives-empty = 打开报告后，这里按主题列出其中的举措，以及各地提到的次数。
initiatives-none-match = 没有符合筛选条件的举措
initiative-document = 政策文件
initiative-programme = 工程或计划
initiative-reform = 改革
initiative-system = 制度
initiative-event = 活动
initiative-optional = 活动或一般工作，默认不高亮
cell-found = { $place }：{ $count } 处
cell-not-found = { $place }：已查找，未提及

## 数字
numbers-filter = 筛选指标、地区
numbers-doubtful = 存疑
numbers-doubtful-hint = 只看存疑、已更正或已划去的数据
numbers-empty = 打开报告后，文中的每个数字在这里成为一行，可以排序、筛选、更正。
numbers-none-match = 没有符合筛选条件的数据
column-indicator = 指标
column-value = 数值
column-unit = 单位
column-period = 时间
column-place = 地区
column-status = 性质
column-sort-hint = 按此列排序，再点一次反序
status-actual = 完成
status-target = 目标
status-actual-long = 完成值
status-target-long = 目标值
value-level = 总量或比率
value-change = 增减
baseline = 与 { $period } 相比
baseline-none = 基期未说明
fact-restore = 恢复这一行
fact-reset = 还原为读出的内容
fact-plot = 画成图
fact-is-struck = 已划去：不进入图表和导出
copy-sentence = 复制原句

## 详情
details-empty = 点一处高亮或一个数字，这里会说明它是什么、从哪里来。
details-same-series = 同一指标的其他数据
details-mentions = 各处提及
field-raw = 原文
field-qualifier = 限定
field-kind = 类型
field-subject = 主体
field-series = 可比序列
field-sentence = 原句
field-rules = 依据
field-report = 报告
field-cluster = 同类名称
field-family = 相近的一族
field-title = 标题
field-year = 年份
field-published = 发布日期
field-report-kind = 性质
field-quality = 来源
field-encoding = 文字编码
series-none = 词典中没有，只与同名指标相比
origin-stated = 文中写明
origin-context = 据前文
origin-heading = 据小标题
origin-report = 据整份报告
origin-file-name = 据文件名
origin-corrected = 人工更正
qualifier-exact = 确数
qualifier-about = 约
qualifier-over = 超过（余、多）
qualifier-nearly = 近
qualifier-at-least = 不低于
qualifier-at-most = 不超过
confidence-sure = 可靠
confidence-likely = 较可靠
confidence-doubtful = 存疑

## 图表
indicators-title = 指标
indicators-order = 按可比性
indicators-filter = 筛选指标
indicators-empty = 打开报告后，这里列出可以画图的指标。
indicators-none-match = 没有符合筛选条件的指标
extent-none = 地区或年份不明
extent-years = { $count } 年
extent-places = { $count } 地
figure-nothing = 选一个指标，这里画出各地的数值；点一个数据点，就回到原句。
figure-all-hidden = 所选地区都已隐藏
figure-empty = 没有可以导出的图：请先选一个指标
figure-places = 地区 { $count }
form-auto = 自动
form-latest = 各地最新值
form-years = 历年变化
form-hint = 图的形式

## 对话框
form-fact = 更正这一行
form-report = 报告属性
form-path = 输入文件路径
form-keys = 快捷键
path-why = 这台机器上没有可用的文件对话框（需要桌面门户或 zenity）。请在这里输入文件或文件夹的完整路径。
path-hint = /home/me/报告.txt
dialog-open = 打开报告
dialog-folder = 打开文件夹
dialog-save = 另存为
dialog-reports = 文本报告
dialog-all = 所有文件
export-done = 已保存到 { $path }
export-rows-name = 数据
store-error-settings = 设置未能保存到 { $path }：{ $reason }
store-error-edits = 更正未能保存到 { $path }：{ $reason }
about-what = 打开各地教育工作报告，并排阅读，举措高亮，数字成表，指标成图。
about-fonts = 字体：思源黑体（Noto Sans SC），SIL OFL 1.1。分词词典：jieba，MIT。
about-network = 程序不连接网络，报告和更正都留在这台机器上。
window-error-display = 没有可用的图形界面（{ $reason }）。可以改用命令行，例如：duizhao extract 报告.txt；详见 duizhao --help
## 图表
chart-list = 、
chart-details = ，
chart-clauses = ；
chart-subject = { $place }·{ $subject }
chart-year = { $year } 年
chart-years = { $first }—{ $last } 年
chart-month = { $year } 年 { $month } 月
chart-day = { $year } 年 { $month } 月 { $day } 日
chart-school-year = { $first }—{ $last } 学年
chart-range = { $first }—{ $last }
chart-title = { $what }：{ $places }
chart-title-place = { $place }：{ $what }
chart-title-years = { $title }，{ $years }
chart-and-more = { $list }等 { $count } 地
chart-indicators = { $list }等 { $count } 项指标
chart-against = 较 { $period }
chart-and-so-on = { $list }等
chart-latest = 各地最新公布值
chart-unit = 单位：{ $unit }
chart-change = 增减量，不是总量
chart-hollow = 空心为目标
chart-hollow-and-solid = 实心为完成，空心为目标
chart-scope-province = 全省口径
chart-scope-city = 全市口径
chart-scope-county = 县区口径
chart-scope-body = 单个学校或机构
chart-level-province = 省
chart-level-city = 市
chart-level-county = 县区
chart-level-body = 单位
chart-with-level = { $name }（{ $level }）
chart-target = 目标 { $value }
chart-about = ≈{ $value }
chart-over = { $value }+
chart-nearly = 近 { $value }
chart-at-least = ≥{ $value }
chart-at-most = ≤{ $value }
chart-raw = 原文“{ $raw }”
chart-tag-doubtful = 存疑
chart-tag-rival = 说法不一
chart-tag-corrected = 已更正
chart-tag-sample = 示例
chart-comparable = 可比
chart-with-reservations = 有保留
chart-not-comparable = 不可比
chart-comparability = 可比性：{ $verdict }。
chart-comparability-because = 可比性：{ $verdict }。{ $reasons }。
chart-reason-indicators = 所画指标不同
chart-reason-levels = 政府层级不同
chart-reason-wording = 各报告用词不同
chart-reason-status = 目标与完成并列
chart-reason-years = 年份不同
chart-reason-periods = 时段长短不同
chart-reason-rivals = 同一数值有不同说法
chart-reason-vague = 含约数
chart-reason-doubtful = 含存疑数值
chart-reason-repost = 含转载来源
chart-reason-reworded = 含转载改写来源
chart-notes = 注：{ $notes }。
chart-note-sample = 数据来自示例报告，仅供演示
chart-note-rivals = { $place } { $when }“{ $label }”有不同说法（{ $values }），均已画出
chart-note-rival-targets = { $place } { $when }“{ $label }”目标有不同说法（{ $values }），均已画出
chart-note-several-in-year = { $place } { $year } 年有多个时点
chart-note-gap = { $name } { $years }没有数值，不作连线
chart-note-no-year = { $count } 个数值没有年份，未画出（{ $raws }）
chart-note-no-place = { $count } 个数值没有地区，未画出（{ $raws }）
chart-note-several-years = { $count } 个数值跨越多年，未画出（{ $raws }）
chart-note-other-unit = “{ $label }”单位或类型不同，未画出
chart-note-missing = □ 代替字体中没有的字符。
chart-note-corrected = { $count } 个数值经人工更正
chart-note-year-of-report = { $count } 个数值的年份取自报告年份
chart-sources = 来源：{ $sources }。
chart-source = { $title }（{ $about }）
chart-quality-official = 官方
chart-quality-newspaper = 报刊
chart-quality-repost = 转载
chart-quality-reworded = 转载改写
chart-quality-unknown = 出处不明
chart-made = 制图 { $date }
chart-empty = 没有可画的数值
chart-quote = { $raw }　{ $sentence }
chart-click = 点击查看原句

## 导出
export-error-no-folder = 无法写入，文件夹不存在：{ $path }
export-error-is-folder = 无法写入，这是一个文件夹：{ $path }
export-error-not-permitted = 无法写入，没有权限：{ $path }
export-error-disk-full = 无法写入，磁盘已满：{ $path }
export-error-io = 无法写入，{ $reason }：{ $path }
export-error-picture = 无法生成图片：{ $reason }
export-missing-glyphs = 字体缺少以下字符，图中以 □ 代替：{ $characters }

## 命令行：图表
cli-plot = 把一项指标画成图
cli-plot-indicator = 指标名称或可比序列；只画一个地区时可重复
cli-plot-form = 历年（years）或各地最新值（latest）；缺省为能显示更多数值的一种
cli-plot-place = 只画这个地区，可重复
cli-plot-scale = PNG 的放大倍数，1 至 4
cli-plot-transparent = 透明背景
cli-plot-output = 图片文件，格式由扩展名决定
cli-plot-counts = { $places } 地 { $years } 年 { $rows } 条
cli-plot-more = ……另有 { $count } 项
cli-plot-error-format = 图片须为 .png、.svg 或 .pdf：{ $path }
cli-plot-error-several = “{ $name }”可指以下多项指标，请写明其一：
cli-plot-error-none = 没有名为“{ $name }”的指标
cli-plot-error-none-but = 没有名为“{ $name }”的指标，名称相近的有：
cli-plot-error-place = 报告中没有“{ $name }”的数值，有数值的地区：{ $places }
## 阅读
reader-text = 正文：{ $title }
reader-split = 第 { $number } 段 · { $count } 字，按句分行显示
reader-folded = 略去 { $count } 字：{ $what }
reader-strip = 全文标记与滚动

export-scale = PNG { $scale }×
export-scale-transparent = PNG { $scale }×，透明底
export-sizes = 图片大小
export-endings = 文件名以 .svg 或 .pdf 结尾，即导出矢量图
drop-here = 松开鼠标，打开这些文件
check-same-figure = 同一数字两处所述
diagnostic-no-base = 基数未给出
check-from-to = 前后与增减
check-parts-sum = 分项与合计
check-ratio = 比率
check-holds = 成立
check-fails = 不成立
status-hidden-panes = 另有 { $count } 栏放不下
form-wrong-year = 年份是 1900 到 2100 之间的四位数
form-wrong-value = 请填写；数值只写数字

## 未成行的数字
action-layer-left-out = 标出未成行的数字
undo-add = 补录
undo-remove-added = 撤回补录
status-left-out = 未成行 { $count } · 未读懂 { $unread }
status-left-out-hint = 文中另有 { $count } 个数字没有成为数据：{ $reasons }。点一下（或按 { $key }）在正文中标出。
left-out-title = 未成行的数字
left-out-because = 没有成为数据：{ $reason }
left-out-reason = 原因
left-out-add = 记为一行…
left-out-date-why = 它是日期或年份，说的是时间，不是数量。
left-out-ordinal-why = 它说的是次序或名次，不是数量。
left-out-name-why = 它是名称的一部分。
left-out-slogan-why = 它在固定说法里，不计量任何东西。
left-out-section-why = 它是章节或条目的编号。
left-out-furniture-why = 它在网页导航、页脚等附属内容里，不属于报告。
left-out-reference-why = 它是文号、电话等编号。
left-out-unread-why = 程序没有读懂它在计量什么。如果它是一个数据，请补录。
form-add = 补录一行
field-period = 时间
form-wrong-period = 写作 2023、2022-06 或 2021-09/2022-08；不明则留空
form-add-known = 已有指标：
added-by-hand = 人工补录
added-remove = 撤回补录
form-add-is-known = 与已有的同名指标列在一起
form-add-own = 不选已有指标，就按这个名称自成一列

## 勾稽
tab-checks = 勾稽
action-tab-checks = 勾稽核对
action-export-checks = 导出勾稽…
checks-export = 导出…
export-checks-name = 勾稽
checks-count = 共 { $count } 条 · 不成立 { $failing }
checks-only-failures = 只看不成立
checks-empty = 打开报告后，这里列出文中数字能互相核对的算式：分项与合计、前后与增减、占比。
checks-none = 这些报告里没有能互相核对的数字。
checks-no-failures = 没有不成立的算式
checks-more = 再列出 { $count } 条
check-fails-with = 不成立，算得 { $value }
check-corrected = 其中有人工更正，未重算

## 推算
computed = 推算
computed-long = 推算值，文中没有这样写
computed-from = 由 { $from } 算出
field-computed-from = 由何算出
details-follows = 由此推算
numbers-computed = 推算 { $count }
numbers-computed-hint = 由文中数字算出的数值（如本年数减去增加数），单独列在表的下方；导出时 derived 列为 true
numbers-computed-section = 推算值：由文中的数字算出，文中没有这样写
figure-computed-hint = 画上由文中数字算出的数值，用叉号表示
no-base-why = 报告只说了增减，没有给出增减之前的数，也推算不出来
chart-tag-computed = 推算
chart-cross-computed = 叉号为推算
chart-note-computed = { $place } { $when }“{ $label }”{ $value } 由 { $from } 算出，文中没有这样写
chart-note-computed-otherwise = { $place } { $when }“{ $label }”推算为 { $value }，另有报告写为 { $stated }，图中取后者
cli-plot-computed = 画上由文中数字推算的数值，用叉号表示

## 相近指标
near-title = 相近指标（未合并）
near-hint = 看起来相近，但不是同一指标：程序不把它们并成一列。点名称单独看，点 + 叠加到图中作另一条线。
near-action = 做法不同
near-count = 计法不同
near-population = 对象不同
near-modifier = 限定不同
near-level = 学段不同
near-beside = 叠加到图中
near-apart = 从图中去掉
