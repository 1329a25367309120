from setuptools import find_packages, setup


def get_requirements(path: str):
    return [line.strip() for line in open(path)]


setup(name="llama", version="0.0.1", packages=find_packages(), install_requires=get_requirements("requirements.txt"))
