import { describe, expect, it } from 'vitest';
import { readMarker } from '../../../../src/portability/read/marker.ts';

describe('readMarker', () => {
  it.each([
    ['sys_platform == "darwin"', true],
    ["sys_platform != 'darwin'", false],
    ['sys_platform == "linux"', false],
    ['"linux" == sys_platform', false],
    ['sys_platform in "linux win32"', false],
    ['sys_platform not in "linux win32"', true],
    ['"dar" in sys_platform', true],
    ['platform_system == "Darwin" and platform_machine == "arm64"', true],
    ['platform_machine == "x86_64"', false],
    ['platform_machine != "aarch64" or sys_platform == "linux"', true],
    ['os_name == "nt"', false],
    ['python_version >= "3.8"', true],
    ['python_version < "3.10"', false],
    ['"3.10" > python_version', false],
    ['python_version == "3.*"', true],
    ['python_version ~= "3.9"', true],
    ['python_full_version < "3.12.4"', true],
    ['python_version in "3.7, 3.8"', false],
    ['platform_release >= "20.0"', true],
    ['implementation_name == "cpython"', true],
    ['platform_python_implementation == "PyPy"', false],
    ['sys_platform == "linux" and python_version < "3.13" or sys_platform == "darwin"', true],
    ['sys_platform == "linux" and (python_version < "3.13" or sys_platform == "darwin")', false],
    ['not (sys_platform == "linux")', true],
    ['sys.platform == "win32"', false],
    // What cannot be read or decided holds.
    ['platform_version == "#1 SMP"', true],
    ['nonsense', true],
    ['sys_platform ==', true],
    ['(sys_platform == "linux"', true],
    ['"a" == "b"', true],
    ['', true],
    [`${'('.repeat(5000)}sys_platform == "linux"`, true],
  ])('%s', (marker, onMac) => expect(readMarker(marker)).toEqual({ onMac, group: null }));

  it.each([
    ['extra == "gpu"', true, 'gpu'],
    ['extra == "Dev_Tools" and python_version >= "3.8"', true, 'dev-tools'],
    ['extra == "gpu" and sys_platform == "linux"', false, 'gpu'],
    ['sys_platform == "darwin" or extra == "gpu"', true, null],
    ["extra == 'extra-4-demo-cu124'", true, 'cu124'],
    ["extra == 'group-4-demo-dev'", true, 'dev'],
    // Two extras that exclude each other never come together.
    ["sys_platform == 'linux' or (extra == 'extra-4-demo-cpu' and extra == 'extra-4-demo-cu124')", false, 'cpu'],
  ])('%s', (marker, onMac, group) => expect(readMarker(marker)).toEqual({ onMac, group }));
});
