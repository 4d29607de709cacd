import streamlit as st
from core.show.shell import enter
from core.show.reader import reader, payload
from core.show.cards import cards, Card, Tag, Target
from core.show.palette import LAYER
from core.records import from_json
def render():
    e = from_json(open('/tmp/ui_dev/gold.ndjson').read())
    def on_pick(i): st.session_state.p = i
    a, b = st.columns([2,1])
    with a: reader(payload(e), 'v1', st.session_state.get('p') or st.query_params.get('record'), 0, on_pick)
    with b:
        st.write(st.session_state.get('p'))
        cards([Card(target=Target('reader',{'article':'x','record':'claim-2039-2062'}), tags=[Tag('Claims', LAYER['claims'])], title='about 8,000 airstrikes', quote=('The Pentagon says it has launched ','around 8,000 airstrikes',' since…'), look=LAYER['claims'], fields=[('Says who','The Pentagon'),('When','2014-09 to 2015-11-17')], go='Read the sentence')], key='c')
enter(render)
