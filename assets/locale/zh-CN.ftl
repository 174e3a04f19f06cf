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
load-error-fault = { $path } 未能读取：程序内部出错（{ $reason }）
load-error-io = { $path } 未能读取：{ $reason }

## 阅读
reader-text = 正文：{ $title }
reader-split = 第 { $number } 段 · { $count } 字，按句分行显示
reader-folded = 略去 { $count } 字：{ $what }
reader-strip = 全文标记与滚动
