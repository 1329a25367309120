"""Forest cover type: the classifier trains on the GPU, and again on the CPU."""
import time

import xgboost as xgb
from sklearn.datasets import fetch_covtype
from sklearn.model_selection import train_test_split

X, y = fetch_covtype(return_X_y=True)
y -= y.min()
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42)

clf = xgb.XGBClassifier(device="cuda", n_estimators=100)
start = time.time()
clf.fit(X_train, y_train, eval_set=[(X_test, y_test)])
print("GPU Training Time: %s seconds" % (str(time.time() - start)))

clf = xgb.XGBClassifier(device="cpu", n_estimators=100)
clf.fit(X_train, y_train, eval_set=[(X_test, y_test)])
