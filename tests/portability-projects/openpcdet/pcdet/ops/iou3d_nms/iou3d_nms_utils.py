import torch

from . import iou3d_nms_cuda


def boxes_iou_bev(boxes_a, boxes_b):
    ans = torch.cuda.FloatTensor(torch.Size((boxes_a.shape[0], boxes_b.shape[0]))).zero_()
    iou3d_nms_cuda.boxes_iou_bev_gpu(boxes_a.contiguous(), boxes_b.contiguous(), ans)
    return ans
