;; Philox4x32-10 (Salmon et al. 2011), four counters at a time: lane i of every vector belongs to block + i.
(module
  ;; Without a maximum Node.js would reserve up to 4 GB of address space for growth.
  (memory (export "memory") 1 1)

  ;; Writes `groups` groups of 16 words from address 0 on. A group is the four blocks (block … block + 3, high, step, stream)
  ;; in the order: word 0 of each block, word 1 of each block, word 2 of each, word 3 of each.
  (func (export "words") (param $groups i32) (param $key0 i32) (param $key1 i32)
      (param $block i32) (param $high i32) (param $step i32) (param $stream i32)
    (local $to i32) (local $end i32) (local $round i32) (local $k0 i32) (local $k1 i32)
    (local $m0 v128) (local $m1 v128) (local $blocks v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128) (local $c3 v128)
    (local $p0 v128) (local $q0 v128) (local $p1 v128) (local $q1 v128)
    (local.set $m0 (i32x4.splat (i32.const 0xD2511F53)))
    (local.set $m1 (i32x4.splat (i32.const 0xCD9E8D57)))
    (local.set $blocks (i32x4.add (i32x4.splat (local.get $block)) (v128.const i32x4 0 1 2 3)))
    (local.set $end (i32.shl (local.get $groups) (i32.const 6)))
    (loop $group
      (local.set $c0 (local.get $blocks))
      (local.set $c1 (i32x4.splat (local.get $high)))
      (local.set $c2 (i32x4.splat (local.get $step)))
      (local.set $c3 (i32x4.splat (local.get $stream)))
      (local.set $k0 (local.get $key0))
      (local.set $k1 (local.get $key1))
      (local.set $round (i32.const 10))
      (loop $rounds
        ;; The 64-bit products of lanes 0, 1 (p) and 2, 3 (q).
        (local.set $p0 (i64x2.extmul_low_i32x4_u (local.get $c0) (local.get $m0)))
        (local.set $q0 (i64x2.extmul_high_i32x4_u (local.get $c0) (local.get $m0)))
        (local.set $p1 (i64x2.extmul_low_i32x4_u (local.get $c2) (local.get $m1)))
        (local.set $q1 (i64x2.extmul_high_i32x4_u (local.get $c2) (local.get $m1)))
        ;; c0' = high(c2·m1) ^ c1 ^ k0,  c1' = low(c2·m1),  c2' = high(c0·m0) ^ c3 ^ k1,  c3' = low(c0·m0)
        (local.set $c0 (v128.xor (v128.xor (local.get $c1) (i32x4.splat (local.get $k0)))
          (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $p1) (local.get $q1))))
        (local.set $c1
          (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $p1) (local.get $q1)))
        (local.set $c2 (v128.xor (v128.xor (local.get $c3) (i32x4.splat (local.get $k1)))
          (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $p0) (local.get $q0))))
        (local.set $c3
          (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $p0) (local.get $q0)))
        (local.set $k0 (i32.add (local.get $k0) (i32.const 0x9E3779B9)))
        (local.set $k1 (i32.add (local.get $k1) (i32.const 0xBB67AE85)))
        (br_if $rounds (local.tee $round (i32.sub (local.get $round) (i32.const 1)))))
      (v128.store (local.get $to) (local.get $c0))
      (v128.store offset=16 (local.get $to) (local.get $c1))
      (v128.store offset=32 (local.get $to) (local.get $c2))
      (v128.store offset=48 (local.get $to) (local.get $c3))
      (local.set $blocks (i32x4.add (local.get $blocks) (v128.const i32x4 4 4 4 4)))
      (br_if $group (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 64))) (local.get $end)))))

  ;; Turns the 32 half words of each of `groups` groups, in place, into 32 bytes: 1 where the half word is below the threshold.
  (func (export "below") (param $groups i32) (param $threshold i32)
    (local $from i32) (local $to i32) (local $end i32) (local $limit v128)
    (local.set $limit (i16x8.splat (local.get $threshold)))
    (local.set $end (i32.shl (local.get $groups) (i32.const 5)))
    (loop $next
      (v128.store (local.get $to) (v128.and (i8x16.splat (i32.const 1)) (i8x16.narrow_i16x8_s
        (i16x8.lt_u (v128.load (local.get $from)) (local.get $limit))
        (i16x8.lt_u (v128.load offset=16 (local.get $from)) (local.get $limit)))))
      (local.set $from (i32.add (local.get $from) (i32.const 32)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end))))))
