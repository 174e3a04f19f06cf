#!/usr/bin/env python3
"""Regenerates NotoSansSC-Regular.ttf and NotoSansSC-Bold.ttf in this folder.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3
    mkdir font && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz -C font
    pip install fonttools
    python3 subset.py font/package

Prints the sizes and the wanted symbols that the source font does not have.
"""
import pathlib, subprocess, sys, tempfile
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
FILES = {"NotoSansSC-Regular.ttf": "400Regular/NotoSansSC_400Regular.ttf",
         "NotoSansSC-Bold.ttf": "700Bold/NotoSansSC_700Bold.ttf"}

# Symbols that the interface may want, beside the blocks below.
UI = ("→←↑↓↔↕↗↘↙↖⇒⇐⇔↩↪↶↷⟲⟳↺↻⇧⌘⌥⌃⏎⌫␣■□▢▪▫●○◎◉◌◦◆◇◈▲△▼▽▶▷◀◁▸▹▾▿▴▵◂◃★☆"
      "◐◑◒◓≈≠≥≤≡≦≧×÷±∓−∞√∑∏∫∂Δ∆…—–―·•‧∙‹›«»‰‱′″※†‡§¶©®™°"
      "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ㎡㎥㎏㎞㎝㎜㏄℃℉№℡%‐‑"
      "✓✔✕✖✗✘⚠⌕☰⋮⋯☑☐☒⚑⚐✎✏⚙⊕⊖⊗⊙＋－⌄⌃⌂⎘⧉⬇⬆🔍📂📄📊")


def gb2312():
    for hi in range(0xA1, 0xF8):
        for lo in range(0xA1, 0xFF):
            try:
                yield bytes([hi, lo]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def big5_level_1():
    """The 5401 frequently used characters, A440 to C67E."""
    for hi in range(0xA4, 0xC7):
        for lo in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            if hi == 0xC6 and lo > 0x7E:
                break
            yield bytes([hi, lo]).decode("big5")


def blocks():
    for a, b in [(0x20, 0x7E), (0xA0, 0xFF),          # Latin-1
                 (0x100, 0x17F), (0x1CD, 0x1DC),      # accented letters, pinyin
                 (0x2010, 0x205E), (0x20A0, 0x20BF),  # general punctuation, money
                 (0x2100, 0x218B),                    # letterlike, number forms
                 (0x2190, 0x21FF), (0x2200, 0x22FF),  # arrows, mathematics
                 (0x2460, 0x24FF), (0x2500, 0x25FF),  # enclosed, lines, shapes
                 (0x2600, 0x27BF),                    # miscellaneous symbols, dingbats
                 (0x3000, 0x303F), (0x3040, 0x30FF),  # CJK punctuation, kana
                 (0x3105, 0x312F), (0x3200, 0x33FF),  # bopomofo, enclosed CJK, CJK units
                 (0xFE10, 0xFE1F), (0xFE30, 0xFE6B), (0xFF00, 0xFFEF)]:  # compatibility, full width
        yield from map(chr, range(a, b + 1))


def texts():
    """Whatever the program itself ships must be drawn too."""
    for f in sorted(HERE.parent.rglob("*")):
        if f.suffix in (".tsv", ".txt", ".ftl", ".toml") and not f.name.startswith("LICENSE"):
            yield from f.read_text(encoding="utf8")


def main():
    source = pathlib.Path(sys.argv[1])
    wanted = {*gb2312(), *big5_level_1(), *blocks(), *texts(), *UI}
    wanted = {c for c in wanted if c.isprintable() or c in "\u00a0\u3000\u2002\u2003\u2009\u200a\u202f"}
    for out, name in FILES.items():
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8") as t:
            t.write("".join(sorted(wanted)))
            t.flush()
            subprocess.run([sys.executable, "-m", "fontTools.subset", str(source / name), f"--text-file={t.name}",
                            "--layout-features=", "--no-hinting", "--name-IDs=*", "--notdef-outline",
                            f"--output-file={HERE / out}"], check=True)
        have = set(TTFont(HERE / out).getBestCmap())
        print(out, (HERE / out).stat().st_size, "bytes", len(have), "characters")
        han = [c for c in {*gb2312(), *big5_level_1(), *texts()} if ord(c) not in have and c.isprintable() and not c.isspace()]
        print("  of GB 2312, Big5 level 1 and the shipped texts missing:", len(han), "".join(sorted(han)))
        print("  of the interface symbols missing:", " ".join(c for c in dict.fromkeys(UI) if ord(c) not in have))
        print("  of the interface symbols there:", " ".join(c for c in dict.fromkeys(UI) if ord(c) in have))


if __name__ == "__main__":
    main()
