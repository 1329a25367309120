import torch
import transformers
from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training
from transformers import AutoModelForCausalLM, BitsAndBytesConfig

if torch.cuda.is_available():
    torch.backends.cuda.matmul.allow_tf32 = True


def get_model(args):
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    model = AutoModelForCausalLM.from_pretrained(
        args.model,
        device_map='auto',
        max_memory={i: '80000MB' for i in range(count)},
        quantization_config=BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16, bnb_4bit_quant_type='nf4'),
    )
    if torch.cuda.is_available() and torch.cuda.is_bf16_supported():
        print('Your GPU supports bfloat16')
    model = prepare_model_for_kbit_training(model, use_gradient_checkpointing=True)
    return get_peft_model(model, LoraConfig(r=64, task_type='CAUSAL_LM'))


class TrainingArguments(transformers.Seq2SeqTrainingArguments):
    optim: str = 'paged_adamw_32bit'
