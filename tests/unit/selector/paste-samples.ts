import type { MacReading } from '../../../src/selector/paste.ts';

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly reads: Partial<MacReading>;
}

const hardware = (lines: string): string => `Hardware:\n\n    Hardware Overview:\n\n${lines.trim().replace(/^ */gm, '      ')}\n`;

/** What the commands and windows of macOS print, with serial numbers and the like made up; and what people write. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'system_profiler SPHardwareDataType, M4 Pro with 14 cores',
    text: hardware(`
      Model Name: MacBook Pro
      Model Identifier: Mac16,8
      Model Number: Z1FE000AAJ/A
      Chip: Apple M4 Pro
      Total Number of Cores: 14 (10 performance and 4 efficiency)
      Memory: 48 GB
      System Firmware Version: 11881.61.3
      OS Loader Version: 11881.61.3
      Serial Number (system): XXXXXXXXXX
      Hardware UUID: 00000000-0000-0000-0000-000000000000
      Provisioning UDID: 00006040-000000000000001C
      Activation Lock Status: Enabled`),
    reads: { chips: ['m4-pro-20'], ambiguous: false, memoryGB: 48, cpuCores: 14, mac: 'MacBook Pro', chipName: 'M4 Pro', problems: [] },
  },
  {
    name: 'system_profiler, M4 Pro with 12 cores in a Mac mini',
    text: hardware(`
      Model Name: Mac mini
      Model Identifier: Mac16,11
      Chip: Apple M4 Pro
      Total Number of Cores: 12 (8 performance and 4 efficiency)
      Memory: 24 GB`),
    reads: { chips: ['m4-pro-16'], ambiguous: false, memoryGB: 24, mac: 'Mac mini', problems: [] },
  },
  {
    name: 'system_profiler, MacBook Air M2: the cores of the GPU are not in it',
    text: hardware(`
      Model Name: MacBook Air
      Model Identifier: Mac14,2
      Chip: Apple M2
      Total Number of Cores: 8 (4 performance and 4 efficiency)
      Memory: 16 GB`),
    reads: { chips: ['m2-8', 'm2-10'], ambiguous: true, memoryGB: 16, gpuCores: null, problems: [] },
  },
  {
    name: 'system_profiler, MacBook Air M1, columns padded as Xcode benchmarks print them',
    text: `  Model Name:              MacBook Air
  Model Identifier:        MacBookAir10,1
  Chip:                    Apple M1
  Total Number of Cores:   8 (4 performance and 4 efficiency)
  Memory:                  8 GB`,
    reads: { chips: ['m1-7', 'm1-8'], ambiguous: true, memoryGB: 8, mac: 'MacBook Air', problems: [] },
  },
  {
    name: 'System Information in Japanese',
    text: `ハードウェア:

    ハードウェアの概要:

      機種名: MacBook Pro
      機種ID: Mac15,9
      モデル番号: Z1AG000AAJ/A
      チップ: Apple M3 Max
      コアの総数: 16（パフォーマンス: 12、効率性: 4）
      メモリ: 64 GB
      システムファームウェアのバージョン: 10151.81.1
      OSローダーのバージョン: 10151.81.1
      シリアル番号（システム）: XXXXXXXXXX
      ハードウェアUUID: 00000000-0000-0000-0000-000000000000
      アクティベーションロックの状況: 有効`,
    reads: { chips: ['m3-max-40'], ambiguous: false, memoryGB: 64, cpuCores: 16, mac: 'MacBook Pro', problems: [] },
  },
  {
    name: 'Japanese with full-width colons, letters and digits',
    text: '　機種名：ＭａｃＢｏｏｋ　Ａｉｒ\n　チップ：Ａｐｐｌｅ　Ｍ４\n　コアの総数：１０（高性能：４、高効率：６）\n　メモリ：２４　ＧＢ',
    reads: { chips: ['m4-8', 'm4-10'], ambiguous: true, memoryGB: 24, mac: 'MacBook Air', problems: [] },
  },
  {
    name: 'system_profiler SPDisplaysDataType after SPHardwareDataType',
    text: `${hardware(`
      Model Name: MacBook Pro
      Chip: Apple M1 Pro
      Total Number of Cores: 8 (6 performance and 2 efficiency)
      Memory: 16 GB`)}
Graphics/Displays:

    Apple M1 Pro:

      Chipset Model: Apple M1 Pro
      Type: GPU
      Bus: Built-In
      Total Number of Cores: 14
      Vendor: Apple (0x106b)
      Metal Support: Metal 3
      Displays:
        Color LCD:
          Display Type: Built-in Liquid Retina XDR Display
          Resolution: 3024 x 1964 Retina`,
    reads: { chips: ['m1-pro-14'], ambiguous: false, memoryGB: 16, gpuCores: 14, cpuCores: 8, problems: [] },
  },
  {
    name: 'system_profiler SPDisplaysDataType alone',
    text: `Graphics/Displays:

    Apple M5 Max:

      Chipset Model: Apple M5 Max
      Type: GPU
      Bus: Built-In
      Total Number of Cores: 40
      Vendor: Apple (0x106b)
      Metal Support: Metal 4`,
    reads: { chips: ['m5-max-40'], ambiguous: false, memoryGB: null, gpuCores: 40, problems: ['memory-missing'] },
  },
  {
    name: 'the graphics section in Japanese, with the hardware after it',
    text: `グラフィックス/ディスプレイ:

    Apple M2:

      チップセットのモデル: Apple M2
      種類: GPU
      バス: 内蔵
      コアの総数: 10
      製造元: Apple (0x106b)

ハードウェアの概要:

      機種名: MacBook Air
      チップ: Apple M2
      コアの総数: 8（パフォーマンス: 4、効率性: 4）
      メモリ: 24 GB`,
    reads: { chips: ['m2-10'], ambiguous: false, memoryGB: 24, gpuCores: 10, cpuCores: 8, problems: [] },
  },
  {
    name: 'system_profiler -json SPHardwareDataType SPDisplaysDataType',
    text: `{
  "SPDisplaysDataType" : [
    { "_name" : "Apple M4 Max",
      "sppci_cores" : "40",
      "sppci_model" : "Apple M4 Max" } ],
  "SPHardwareDataType" : [
    {
      "_name" : "hardware_overview",
      "chip_type" : "Apple M4 Max",
      "machine_model" : "Mac16,9",
      "machine_name" : "Mac Studio",
      "number_processors" : "proc 16:12:4",
      "physical_memory" : "128 GB",
      "platform_UUID" : "00000000-0000-0000-0000-000000000000"
    }
  ]
}`,
    reads: { chips: ['m4-max-40'], ambiguous: false, memoryGB: 128, gpuCores: 40, cpuCores: 16, mac: 'Mac Studio', problems: [] },
  },
  {
    name: 'system_profiler -xml',
    text: `<dict>
	<key>chip_type</key>
	<string>Apple M3 Pro</string>
	<key>machine_name</key>
	<string>MacBook Pro</string>
	<key>number_processors</key>
	<string>proc 11:5:6</string>
	<key>physical_memory</key>
	<string>18 GB</string>
</dict>`,
    reads: { chips: ['m3-pro-14'], ambiguous: false, memoryGB: 18, cpuCores: 11, mac: 'MacBook Pro', problems: [] },
  },
  {
    name: 'sysctl hw machdep.cpu.brand_string',
    text: `hw.ncpu: 14
hw.byteorder: 1234
hw.memsize: 25769803776
hw.activecpu: 14
hw.perflevel0.physicalcpu: 10
hw.perflevel0.logicalcpu: 10
hw.perflevel1.physicalcpu: 4
hw.physicalcpu: 14
hw.physicalcpu_max: 14
hw.logicalcpu: 14
hw.pagesize: 16384
hw.memsize_usable: 25207848960
machdep.cpu.brand_string: Apple M4 Pro`,
    reads: { chips: ['m4-pro-20'], ambiguous: false, memoryGB: 24, cpuCores: 14, problems: [] },
  },
  {
    name: 'sysctl -a, shortened',
    text: `kern.ostype: Darwin
kern.osrelease: 25.1.0
kern.hv_vmm_present: 0
hw.model: Mac14,13
hw.memsize: 103079215104
hw.ncpu: 12
machdep.cpu.cores_per_package: 12
machdep.cpu.core_count: 12
machdep.cpu.brand_string: Apple M2 Max`,
    reads: { chips: ['m2-max-38'], ambiguous: false, memoryGB: 96, problems: [] },
  },
  {
    name: 'sysctl -n machdep.cpu.brand_string hw.memsize',
    text: 'Apple M1 Ultra\n137438953472\n',
    reads: { chips: ['m1-ultra-48', 'm1-ultra-64'], ambiguous: true, memoryGB: 128, problems: [] },
  },
  {
    name: 'sysctl of old macOS, with equals signs',
    text: 'hw.memsize = 17179869184\nmachdep.cpu.brand_string = Apple M1',
    reads: { chips: ['m1-7', 'm1-8'], memoryGB: 16, problems: [] },
  },
  {
    name: 'sysctl without the processor',
    text: 'hw.model: Mac17,9\nhw.memsize: 51539607552\nhw.ncpu: 15',
    reads: { chips: [], chipName: null, memoryGB: 48, cpuCores: 15, problems: ['chip-missing'] },
  },
  {
    name: 'About this Mac in Japanese',
    text: 'MacBook Pro\n14インチ、2024\n\nチップ　Apple M4 Max\nメモリ　36 GB\n起動ディスク　Macintosh HD\nシリアル番号　XXXXXXXXXX\nmacOS　Tahoe 26.1',
    reads: { chips: ['m4-max-32'], ambiguous: false, memoryGB: 36, mac: 'MacBook Pro', problems: [] },
  },
  {
    name: 'このMacについて, words and values on lines of their own',
    text: 'このMacについて\nMac mini\n2024\nチップ\nApple M4\nメモリ\n16 GB\n起動ディスク\nMacintosh HD',
    reads: { chips: ['m4-10'], ambiguous: false, memoryGB: 16, mac: 'Mac mini', problems: [] },
  },
  {
    name: 'About this Mac in English',
    text: 'MacBook Air\n13-inch, M3, 2024\n\nChip Apple M3\nMemory 16 GB\nStartup disk Macintosh HD\nSerial number XXXXXXXXXX\nmacOS Sequoia 15.6',
    reads: { chips: ['m3-8', 'm3-10'], ambiguous: true, memoryGB: 16, mac: 'MacBook Air', problems: [] },
  },
  {
    name: 'About this Mac of Monterey',
    text: 'macOS Monterey\nVersion 12.6\n\nMacBook Pro (16-inch, 2021)\n\nChip\tApple M1 Max\nMemory\t64 GB\nStartup Disk\tMacintosh HD',
    reads: { chips: ['m1-max-24', 'm1-max-32'], ambiguous: true, memoryGB: 64, problems: [] },
  },
  {
    name: 'a Markdown list in a report of an error',
    text: 'CPU:\n- Chip:\tApple M1 Pro\n- Total Number of Cores: 10 (8 performance and 2 efficiency)\n- Memory (RAM): 32 GB\n\nGPU:\n- Chipset Model: Apple M1 Pro\n- Total Number of Cores: 16',
    reads: { chips: ['m1-pro-16'], ambiguous: false, memoryGB: 32, gpuCores: 16, problems: [] },
  },
  {
    name: 'the 10-core M1 Pro, which came with either GPU',
    text: 'Chip: Apple M1 Pro\nTotal Number of Cores: 10 (8 performance and 2 efficiency)\nMemory: 16 GB',
    reads: { chips: ['m1-pro-14', 'm1-pro-16'], ambiguous: true, memoryGB: 16, problems: [] },
  },
  { name: 'a few words', text: 'Apple M2 Max 64 GB', reads: { chips: ['m2-max-30', 'm2-max-38'], ambiguous: true, memoryGB: 64, problems: [] } },
  { name: 'fewer words', text: 'm4 pro/24gb', reads: { chipName: 'M4 Pro', chips: ['m4-pro-16', 'm4-pro-20'], memoryGB: 24, problems: [] } },
  { name: 'full-width words', text: 'Ｍ４　Ｐｒｏ　２４ＧＢ', reads: { chipName: 'M4 Pro', memoryGB: 24, problems: [] } },
  {
    name: 'a page of the shop in Japanese',
    text: '16コアCPU、40コアGPU、16コアNeural Engine搭載Apple M4 Maxチップ\n48GBユニファイドメモリ\n1TB SSDストレージ\n546GB/sのメモリ帯域幅',
    reads: { chips: ['m4-max-40'], ambiguous: false, memoryGB: 48, gpuCores: 40, cpuCores: 16, problems: [] },
  },
  {
    name: 'a title of an issue',
    text: 'Mac Studio – M3 Ultra [32C-CPU / 80C-GPU / 512GB RAM / 1TB SSD] macOS 26.4',
    reads: { chips: ['m3-ultra-80'], ambiguous: false, memoryGB: 512, gpuCores: 80, mac: 'Mac Studio', problems: [] },
  },
  {
    name: 'a sentence',
    text: 'マックブックエアのM2、メモリ16GBでSSDは512GBです',
    reads: { chips: ['m2-8', 'm2-10'], memoryGB: 16, mac: 'MacBook Air', problems: [] },
  },
  { name: 'the disk first', text: 'M4 Max 512GB SSD 36GB', reads: { chips: ['m4-max-32'], memoryGB: 36, problems: [] } },
  { name: 'the disk after its word', text: 'M5 Pro, SSD 1TB, 64GB', reads: { memoryGB: 64, problems: [] } },
  { name: 'beside a PC', text: 'M4 Pro 24GB と RTX 4090 の Windows 機を比べたい', reads: { chipName: 'M4 Pro', memoryGB: 24, problems: [] } },
  {
    name: 'an A chip in a Mac',
    text: hardware(`Model Name: MacBook Neo\nChip: Apple A18 Pro\nTotal Number of Cores: 6 (2 performance and 4 efficiency)\nMemory: 8 GB`),
    reads: { chips: ['a18-pro-5'], ambiguous: false, memoryGB: 8, mac: 'MacBook Neo', problems: [] },
  },
  {
    name: 'a chip that is not known yet',
    text: hardware('Model Name: MacBook Pro\nChip: Apple M7 Pro\nMemory: 32 GB'),
    reads: { chipName: 'M7 Pro', chips: [], memoryGB: 32, problems: ['chip-unknown'] },
  },
  {
    name: 'a memory the chip is not sold with',
    text: 'Chip: Apple M1\nMemory: 64 GB',
    reads: { chips: ['m1-7', 'm1-8'], memoryGB: 64, problems: ['memory-not-offered'] },
  },
  {
    name: 'cores the chip does not have',
    text: 'M2 Max, 64GB, 33-core GPU',
    reads: { chips: ['m2-max-30', 'm2-max-38'], gpuCores: 33, problems: ['gpu-cores-not-offered'] },
  },
  {
    name: 'an Intel Mac',
    text: hardware(`
      Model Name: MacBook Pro
      Model Identifier: MacBookPro16,1
      Processor Name: 6-Core Intel Core i7
      Processor Speed: 2.6 GHz
      Number of Processors: 1
      Total Number of Cores: 6
      L2 Cache (per Core): 256 KB
      Hyper-Threading Technology: Enabled
      Memory: 16 GB`),
    reads: { chips: [], chipName: null, memoryGB: 16, mac: 'MacBook Pro', problems: ['intel'] },
  },
  {
    name: 'an Intel Mac in Japanese',
    text: 'ハードウェアの概要:\n\n  機種名: MacBook Pro\n  機種ID: MacBookPro14,1\n  プロセッサ名: Intel Core i5\n  プロセッサ速度: 2.3 GHz\n  プロセッサの個数: 1\n  コアの総数: 2\n  メモリ: 8 GB',
    reads: { chips: [], memoryGB: 8, problems: ['intel'] },
  },
  {
    name: 'a MacBook with a Core m3, which is no M3',
    text: 'MacBook (Retina, 12-inch, 2017)\nプロセッサ 1.2 GHz デュアルコアIntel Core m3\nメモリ 8 GB 1867 MHz LPDDR3',
    reads: { chips: [], chipName: null, problems: ['intel'] },
  },
  {
    name: 'sysctl of an Intel Mac',
    text: 'hw.memsize: 34359738368\nmachdep.cpu.brand_string: Intel(R) Core(TM) i9-9980HK CPU @ 2.40GHz',
    reads: { chips: [], memoryGB: 32, problems: ['intel'] },
  },
  {
    name: 'a virtual machine of Apple’s framework',
    text: hardware(`Model Name: Apple Virtual Machine 1\nModel Identifier: VirtualMac2,1\nChip: Apple M1 (Virtual)\nTotal Number of Cores: 3\nMemory: 7 GB`),
    reads: { chips: [], chipName: 'M1', memoryGB: 7, problems: ['virtual-machine'] },
  },
  {
    name: 'sysctl in a virtual machine',
    text: 'kern.hv_vmm_present: 1\nhw.memsize: 8589934592\nmachdep.cpu.brand_string: Apple M2',
    reads: { chips: [], problems: ['virtual-machine'] },
  },
  { name: 'an iPhone', text: '機種名 iPhone 16 Pro\nモデル番号 MYMX3J/A\n容量 256 GB\niOSバージョン 26.1', reads: { chips: [], problems: ['other-device'] } },
  { name: 'an iPad with a chip of the list', text: 'iPad Pro 13インチ（M4） 16GB', reads: { chips: [], problems: ['other-device'] } },
  { name: 'an iPhone beside a Mac', text: 'MacBook Air M4 16GB、iPhone 16 Pro', reads: { chips: ['m4-8', 'm4-10'], memoryGB: 16, problems: [] } },
  { name: 'a PC', text: 'AMD Ryzen 9 7950X, GeForce RTX 4090 24GB, Windows 11', reads: { chips: [], problems: ['other-device'] } },
  { name: 'a Mac without its chip', text: 'Mac mini 16GB', reads: { chips: [], mac: 'Mac mini', memoryGB: 16, problems: ['chip-missing'] } },
  {
    name: 'a chip without memory',
    text: 'M3 Ultra',
    reads: { chips: ['m3-ultra-60', 'm3-ultra-80'], ambiguous: true, memoryGB: null, problems: ['memory-missing'] },
  },
  { name: 'nothing to the point', text: '吾輩は猫である。名前はまだ無い。M.2 のことは知らない。', reads: { chips: [], problems: ['nothing-found'] } },
  { name: 'only space', text: ' \n\t　\n', reads: { chips: [], problems: ['empty'] } },
];
