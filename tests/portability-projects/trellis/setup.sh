# Installs what TRELLIS needs, by options
PLATFORM=$(python -c "import torch; print('cuda' if torch.cuda.is_available() else 'cpu')")
pip install pillow imageio imageio-ffmpeg tqdm easydict opencv-python-headless scipy ninja rembg onnxruntime trimesh open3d xatlas pyvista pymeshfix igraph transformers
pip install git+https://github.com/EasternJournalist/utils3d.git@9a4eb15e4021b67b12c460c7057d642626897ec8
if [ "$FLASHATTN" = true ]; then
    pip install flash-attn
fi
if [ "$SPCONV" = true ]; then
    pip install spconv-cu118
fi
if [ "$NVDIFFRAST" = true ]; then
    git clone https://github.com/NVlabs/nvdiffrast.git build/nvdiffrast
    pip install build/nvdiffrast
fi
