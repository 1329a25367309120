from trellis.pipelines import TrellisImageTo3DPipeline

model = TrellisImageTo3DPipeline.from_pretrained("microsoft/TRELLIS-image-large")
model.cuda()
