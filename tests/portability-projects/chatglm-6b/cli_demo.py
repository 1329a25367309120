import os

from transformers import AutoModel, AutoTokenizer

# 在 Mac 上请改为 .half().to('mps')
name = os.environ.get("MODEL", "THUDM/chatglm-6b")
tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=True)
model = AutoModel.from_pretrained(name, trust_remote_code=True).half().cuda()
model = model.eval()
print(model.chat(tokenizer, os.environ.get("QUERY", "你好"), history=[])[0])
