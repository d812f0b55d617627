(0, 1)
(1, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(3, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(5, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
(7, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 7)
(9, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
(11, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(13, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(15, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(17, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(19, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(21, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(23, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(25, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(27, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(29, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(31, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(33, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(35, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(37, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(39, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(41, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(43, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(45, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(47, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(49, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
6
(52, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(53, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 9)
(55, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(57, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(59, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(61, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(63, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(65, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
12
(68, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(70, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(71, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 5)
6
(74, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(76, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(77, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(79, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(81, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(83, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(85, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(87, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(89, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(91, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
6
(94, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(95, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 7)
(97, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(99, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(101, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(103, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
(105, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 6)
(107, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
12
(110, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(112, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(113, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 3)
(115, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(118, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(119, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(121, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(123, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(125, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
6
(128, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(130, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(132, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(133, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 1)
(135, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(137, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(140, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(141, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(143, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(145, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(147, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
(149, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(151, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(153, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(155, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(157, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(159, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(162, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(163, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 9)
(165, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(167, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
6
(170, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
6
(173, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(175, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
12
(178, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(179, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 3)
(181, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(183, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(185, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(187, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(189, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(191, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(193, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(195, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(197, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(199, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(201, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
6
(204, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(205, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 7)
(207, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(209, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(211, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(213, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(215, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(217, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
12
(220, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(221, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 1)
(223, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(225, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(228, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(230, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(231, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(233, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(235, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(237, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(239, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(241, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(243, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(245, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(247, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(249, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(251, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
12
(254, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(256, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(258, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 6)
(261, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(263, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(265, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(267, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(269, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(272, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(273, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(275, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(277, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(279, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(281, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(283, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(285, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
12
(288, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(289, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 3)
(291, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(294, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(295, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(297, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(299, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(301, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
(303, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(305, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(307, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(309, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(311, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(313, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(316, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(317, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 9)
(319, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(321, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(323, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(325, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(327, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
12
(330, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(331, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 1)
(333, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(335, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(337, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(339, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(341, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(343, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(345, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
6
(348, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 7)
(350, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(351, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 10)
(353, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(355, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(357, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
(359, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(361, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(363, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(365, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(367, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(369, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(371, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(373, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(375, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(377, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(379, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(382, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(384, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(385, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(387, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
6
(390, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(393, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(395, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(397, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(399, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(401, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(403, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(405, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(407, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(409, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(411, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
(413, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 6)
(415, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(417, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(419, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(421, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(423, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(426, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(427, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(429, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(431, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(433, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(435, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(437, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(439, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
(441, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 1)
(443, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(445, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(448, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(449, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(451, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(453, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(455, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
6
(458, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(459, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 8)
(461, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(463, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(465, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(467, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
(469, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 7)
(471, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
12
(474, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(476, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(477, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 4)
(479, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(481, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(483, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(485, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(487, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(489, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
6
(492, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(494, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(496, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(497, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 2)
6
(500, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(501, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 6)
(503, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(505, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(507, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(509, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(511, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
(513, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(515, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(517, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(519, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(521, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(523, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(525, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(527, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(529, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(531, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
6
(534, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(536, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(538, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(539, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(541, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(543, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(545, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(547, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(549, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(551, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(553, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(555, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(557, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(559, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(561, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(563, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(565, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
6
(568, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(569, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 8)
(571, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(573, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(575, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(577, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(580, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(581, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
12
(584, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(585, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 2)
(587, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(589, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(591, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(593, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
(595, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 1)
(597, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(599, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(602, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(603, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(605, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(607, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
6
(610, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(611, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 6)
(613, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(615, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
12
(618, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(620, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(622, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 7)
(625, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
(627, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(629, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(631, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(633, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(635, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(637, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(639, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(641, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(643, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
6
(646, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(648, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(650, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(651, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 2)
(653, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(655, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(657, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
12
(660, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(662, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(664, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(665, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 5)
(667, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(669, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(671, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(673, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(675, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(677, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(679, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(681, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(683, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(685, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(687, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(690, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(692, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(693, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(695, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(697, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(699, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(1, 1)
(1, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(3, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(5, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
(7, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 7)
(9, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
(11, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(13, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(15, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(17, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(19, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(21, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(23, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(25, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(27, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(29, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(31, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(33, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(35, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(37, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(39, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(41, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(43, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(45, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(47, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(49, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
6
(52, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(53, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 9)
(55, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(57, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(59, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(61, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(63, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(65, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
12
(68, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(70, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(71, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 5)
6
(74, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(76, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(77, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(79, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(81, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(83, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(85, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(87, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(89, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(91, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
6
(94, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(95, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 7)
(97, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(99, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(101, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(103, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
(105, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 6)
(107, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
12
(110, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(112, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(113, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 3)
(115, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(118, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(119, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(121, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(123, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(125, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
6
(128, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(130, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(132, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(133, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 1)
(135, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(137, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(140, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(141, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(143, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(145, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(147, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
(149, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(151, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(153, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(155, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(157, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(159, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(162, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(163, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 9)
(165, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(167, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
6
(170, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
6
(173, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(175, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
12
(178, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(179, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 3)
(181, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(183, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(185, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(187, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(189, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(191, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(193, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(195, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(197, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(199, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(201, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
6
(204, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(205, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 7)
(207, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(209, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(211, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(213, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(215, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(217, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
12
(220, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(221, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 1)
(223, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(225, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(228, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(230, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(231, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(233, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(235, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(237, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(239, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(241, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(243, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(245, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(247, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(249, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(251, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
12
(254, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(256, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(258, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 6)
(261, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(263, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(265, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(267, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(269, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(272, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(273, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(275, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(277, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(279, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(281, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(283, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(285, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
12
(288, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(289, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 3)
(291, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(294, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(295, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(297, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(299, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(301, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
(303, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(305, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(307, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(309, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(311, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(313, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(316, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(317, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 9)
(319, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(321, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(323, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(325, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(327, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
12
(330, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(331, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 1)
(333, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(335, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(337, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(339, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(341, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(343, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(345, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
6
(348, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 7)
(350, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(351, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 10)
(353, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(355, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(357, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
(359, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(361, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(363, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(365, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(367, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(369, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(371, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(373, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(375, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(377, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(379, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(382, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(384, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(385, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(387, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
6
(390, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(393, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(395, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(397, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(399, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(401, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(403, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(405, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(407, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(409, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(411, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
(413, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 6)
(415, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(417, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(419, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(421, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(423, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(426, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(427, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(429, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(431, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(433, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(435, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(437, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(439, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
(441, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 1)
(443, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(445, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(448, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(449, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(451, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(453, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(455, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
6
(458, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(459, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 8)
(461, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(463, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(465, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(467, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
(469, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 7)
(471, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
12
(474, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(476, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(477, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 4)
(479, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(481, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(483, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(485, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(487, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(489, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
6
(492, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(494, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(496, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(497, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 2)
6
(500, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(501, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 6)
(503, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(505, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(507, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(509, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(511, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
(513, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(515, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(517, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(519, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(521, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(523, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(525, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(527, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(529, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(531, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
6
(534, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(536, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(538, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(539, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(541, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(543, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(545, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(547, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(549, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(551, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(553, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(555, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(557, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(559, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(561, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(563, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(565, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
6
(568, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(569, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 8)
(571, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(573, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(575, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(577, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(580, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(581, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
12
(584, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(585, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 2)
(587, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(589, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(591, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(593, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
(595, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 1)
(597, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(599, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(602, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(603, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(605, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(607, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
6
(610, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(611, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 6)
(613, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(615, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
12
(618, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(620, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(622, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 7)
(625, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
(627, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(629, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(631, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(633, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(635, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(637, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(639, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(641, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(643, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
6
(646, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(648, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(650, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(651, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 2)
(653, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(655, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(657, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
12
(660, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(662, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(664, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(665, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 5)
(667, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(669, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(671, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(673, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(675, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(677, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(679, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(681, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(683, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(685, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(687, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(690, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(692, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(693, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(695, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(697, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(699, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(2, 1)
(1, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(3, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(5, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
(7, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 7)
(9, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
(11, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(13, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(15, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(17, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(19, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(21, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(23, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(25, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(27, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(29, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(31, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(33, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(35, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(37, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(39, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(41, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(43, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(45, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(47, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(49, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
6
(52, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(53, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 9)
(55, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(57, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(59, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(61, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(63, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(65, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
12
(68, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(70, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(71, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 5)
6
(74, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(76, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(77, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(79, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(81, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(83, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(85, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(87, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(89, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(91, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
6
(94, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(95, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 7)
(97, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(99, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(101, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(103, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
(105, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 6)
(107, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
12
(110, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(112, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(113, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 3)
(115, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(118, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(119, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(121, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(123, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(125, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
6
(128, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(130, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(132, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(133, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 1)
(135, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(137, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(140, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(141, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(143, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(145, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(147, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
(149, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(151, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(153, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(155, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(157, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(159, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(162, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(163, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 9)
(165, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(167, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
6
(170, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
6
(173, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(175, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
12
(178, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(179, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 3)
(181, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(183, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(185, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(187, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(189, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(191, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(193, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(195, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(197, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(199, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(201, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
6
(204, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(205, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 7)
(207, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(209, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(211, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(213, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(215, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(217, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
12
(220, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(221, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 1)
(223, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(225, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(228, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(230, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(231, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(233, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(235, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(237, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(239, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(241, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(243, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(245, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(247, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(249, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(251, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
12
(254, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(256, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(258, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 6)
(261, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(263, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(265, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(267, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(269, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(272, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(273, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(275, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(277, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(279, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(281, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(283, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(285, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
12
(288, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(289, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 3)
(291, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(294, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(295, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(297, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(299, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(301, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
(303, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(305, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(307, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(309, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(311, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(313, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(316, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(317, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 9)
(319, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(321, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(323, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(325, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(327, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
12
(330, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(331, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 1)
(333, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(335, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
(337, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 7)
(339, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 9)
(341, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 0)
(343, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 2)
(345, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
6
(348, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 7)
(350, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(351, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 10)
(353, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(355, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(357, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
(359, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(361, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(363, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(365, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(367, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(369, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(371, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(373, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(375, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(377, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(379, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(382, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(384, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(385, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(387, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
6
(390, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
6
(393, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(395, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(397, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(399, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(401, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(403, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(405, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(407, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(409, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(411, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
(413, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 6)
(415, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(417, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(419, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(421, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(423, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(426, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(427, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
(429, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(431, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(433, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(435, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(437, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(439, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
(441, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 1)
(443, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(445, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(448, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(449, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(451, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(453, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
(455, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 4)
6
(458, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(459, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 8)
(461, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
(463, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 1)
(465, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 3)
(467, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 5)
(469, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 7)
(471, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
12
(474, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(476, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(477, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 4)
(479, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(481, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(483, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(485, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(487, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(489, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
6
(492, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(494, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(496, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(497, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 2)
6
(500, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(501, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 6)
(503, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
(505, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 10)
(507, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 1)
(509, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 3)
(511, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 5)
(513, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(515, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(517, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(519, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(521, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(523, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(525, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(527, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(529, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(531, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
6
(534, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 6)
(536, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(538, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(539, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(541, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(543, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(545, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 6)
(547, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 8)
(549, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 10)
(551, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 1)
(553, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 3)
(555, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 5)
(557, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 7)
(559, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 9)
(561, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 0)
(563, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 2)
(565, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 4)
6
(568, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(569, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 8)
(571, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(573, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 1)
(575, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 3)
(577, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 5)
6
(580, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(581, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 9)
12
(584, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(585, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 2)
(587, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 4)
(589, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 6)
(591, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 8)
(593, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 10)
(595, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 1)
(597, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 3)
(599, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 5)
6
(602, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(603, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 9)
(605, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 0)
(607, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 2)
6
(610, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(611, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 6)
(613, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(615, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 10)
12
(618, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(620, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(622, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 7)
(625, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 9)
(627, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 0)
(629, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 2)
(631, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 4)
(633, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 6)
(635, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 8)
(637, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 10)
(639, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 1)
(641, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 3)
(643, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 5)
6
(646, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 8)
(648, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 10)
(650, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(651, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 2)
(653, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 4)
(655, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 6)
(657, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 8)
12
(660, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 0)
(662, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 2)
(664, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(665, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 5)
(667, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 7)
(669, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 9)
(671, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 0)
(673, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 2)
(675, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(3, 4)
(677, 'RuntimeError', 'generator raised StopIteration', [128], 'StopIteration', 'StopIteration')
(5, 6)
(679, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(0, 8)
(681, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 10)
(683, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 1)
(685, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(6, 3)
(687, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(1, 5)
6
(690, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 8)
(692, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(693, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0)
(695, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(2, 2)
(697, 'RuntimeError', 'generator raised StopIteration', [121], 'StopIteration', 'StopIteration')
(4, 4)
(699, 'RuntimeError', 'generator raised StopIteration', [119], 'StopIteration', 'StopIteration')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(7, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(21, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(35, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(49, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(63, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(77, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(91, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(105, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(119, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(133, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(147, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(161, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(175, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(189, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(203, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(217, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(231, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(245, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(273, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(287, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(301, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(315, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(329, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(343, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(357, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(371, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(385, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(399, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(413, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(427, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(441, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(455, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(469, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(483, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(497, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(511, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(525, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(539, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(553, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(567, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(581, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(595, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(609, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(637, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(651, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(665, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(679, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(693, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(7, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(21, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(35, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(49, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(63, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(77, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(91, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(105, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(119, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(133, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(147, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(161, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(175, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(189, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(203, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(217, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(231, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(245, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(273, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(287, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(301, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(315, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(329, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(343, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(357, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(371, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(385, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(399, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(413, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(427, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(441, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(455, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(469, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(483, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(497, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(511, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(525, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(539, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(553, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(567, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(581, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(595, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(609, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(637, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(651, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(665, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(679, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(693, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(7, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(21, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(35, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(49, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(63, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(77, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(91, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(105, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(119, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(133, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(147, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(161, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(175, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(189, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(203, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(217, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(231, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(245, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(273, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(287, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(301, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(315, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(329, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(343, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(357, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(371, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(385, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(399, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(413, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(427, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(441, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(455, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(469, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(483, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(497, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(511, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(525, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(539, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(553, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(3, 0.5, 0, 0)
('stop', 3)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(567, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(6, 0.5, 0, 0)
('stop', 6)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(581, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(9, 0.5, 0, 0)
('stop', 9)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(595, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(609, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(4, 0.5, 0, 0)
('stop', 4)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(7, 0.5, 0, 0)
('stop', 7)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(637, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(10, 0.5, 0, 0)
('stop', 10)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(651, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(2, 0.5, 0, 0)
('stop', 2)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(665, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(5, 0.5, 0, 0)
('stop', 5)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(679, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(8, 0.5, 0, 0)
('stop', 8)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
0
('stop', None)
(693, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
(0, 0.5, 0, 0)
('stop', 0)
(1, 0.5, 0, 0)
('stop', 1)
(1, 0.5, 0, 0)
('stop', 1)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
(9, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
9
(2, 1)
(12, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
(15, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
4
(2, 1)
(18, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
7
(2, 1)
(21, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
10
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(33, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(47, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(50, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(51, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(54, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(57, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(60, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(63, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(75, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(78, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(79, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(82, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(85, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(90, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(91, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(99, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(104, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(105, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(113, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(116, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(119, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(127, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(130, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(133, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(145, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(148, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(149, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(152, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(155, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(160, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(161, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(173, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(187, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(201, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(204, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(205, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(208, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(211, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(214, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(217, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(229, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(232, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(233, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(236, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(239, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(244, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(245, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(253, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(258, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(267, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(270, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(273, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(281, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(284, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(287, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(299, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(302, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(303, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(306, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(309, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(314, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(315, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(327, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(341, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(355, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(358, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(359, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(362, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(365, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(368, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(371, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(383, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(386, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(387, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(390, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(393, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(398, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(399, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(407, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(412, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(413, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(421, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(424, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(427, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(435, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(438, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(441, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(453, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(456, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(457, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(460, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(463, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(468, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(469, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(481, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(495, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(509, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(512, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(513, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(516, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(519, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(522, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(525, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(537, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(540, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(541, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(544, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(547, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(552, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(553, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(561, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(566, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(567, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(575, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(578, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(581, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(589, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(592, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(595, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(607, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(610, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(611, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(614, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(617, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(622, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(635, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(649, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(663, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(666, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(667, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(670, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(673, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(676, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(679, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(691, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(694, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(695, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(698, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
1
('stop', None)
1
('stop', None)
1
(0, 1)
(6, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(7, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(19, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(33, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(47, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(50, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(51, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(54, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(57, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(60, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(63, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(75, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(78, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(79, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(82, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(85, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(90, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(91, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(99, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(104, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(105, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(113, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(116, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(119, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(127, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(130, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(133, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(145, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(148, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(149, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(152, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(155, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(160, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(161, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(173, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(187, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(201, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(204, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(205, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(208, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(211, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(214, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(217, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(229, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(232, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(233, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(236, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(239, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(244, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(245, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(253, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(258, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(267, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(270, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(273, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(281, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(284, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(287, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(299, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(302, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(303, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(306, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(309, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(314, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(315, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(327, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(341, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(355, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(358, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(359, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(362, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(365, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(368, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(371, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(383, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(386, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(387, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(390, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(393, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(398, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(399, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(407, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(412, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(413, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(421, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(424, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(427, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(435, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(438, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(441, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(453, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(456, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(457, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(460, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(463, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(468, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(469, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(481, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(495, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(509, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(512, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(513, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(516, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(519, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(522, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(525, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(537, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(540, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(541, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(544, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(547, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(552, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(553, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(561, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(566, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(567, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(575, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(578, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(581, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(589, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(592, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(595, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(607, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(610, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(611, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(614, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(617, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(622, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(635, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(649, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(663, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(666, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(667, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(670, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(673, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(676, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(679, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(691, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(694, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(695, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(698, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
1
(1, 1)
(2, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(5, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(8, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(9, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
9
(2, 1)
(12, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
(15, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
4
(2, 1)
(18, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
7
(2, 1)
(21, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
10
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(33, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(47, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(50, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(51, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(54, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(57, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(60, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(63, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(75, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(78, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(79, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(82, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(85, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(90, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(91, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(99, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(104, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(105, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(113, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(116, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(119, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(127, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(130, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(133, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(145, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(148, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(149, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(152, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(155, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(160, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(161, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(173, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(187, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(201, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(204, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(205, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(208, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(211, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(214, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(217, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(229, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(232, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(233, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(236, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(239, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(244, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(245, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(253, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(258, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(259, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(267, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(270, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(273, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(281, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(284, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(287, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(299, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(302, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(303, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(306, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(309, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(314, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(315, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(327, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(341, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(355, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(358, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(359, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(362, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(365, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(368, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(371, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(383, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(386, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(387, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(390, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(393, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(398, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(399, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(407, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(412, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(413, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(421, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(424, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(427, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(435, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(438, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(441, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(453, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(456, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(457, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(460, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(463, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(468, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(469, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(481, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(495, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(509, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(512, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(513, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(516, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(519, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(522, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(525, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(537, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(540, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(541, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(544, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(547, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
(0, 1)
(552, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(553, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
3
1
2
3
4
5
6
(561, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
0
('stop', None)
1
(0, 1)
(566, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(567, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
1
2
3
4
5
6
(575, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
3
(2, 1)
(578, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
6
(2, 1)
(581, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
1
2
3
4
5
6
(589, 'ValueError', '29', [121, 82], 'NoneType', 'NoneType')
6
(2, 1)
(592, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(595, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(607, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(610, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(611, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
6
(2, 1)
(614, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(617, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
1
('stop', None)
1
(0, 1)
(622, 'RuntimeError', 'generator raised StopIteration', [119, 91], 'StopIteration', 'StopIteration')
(623, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(635, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
8
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(649, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
0
('stop', None)
1
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(663, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
3
(2, 1)
(666, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(667, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
7
(1, 1)
(670, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
10
(1, 1)
(673, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
2
(1, 1)
(676, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
5
(1, 1)
(679, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
8
1
2
3
4
5
6
(0, 0.5, 0, 6)
('stop', 0)
1
(1, 1)
(691, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
9
(2, 1)
(694, 'RuntimeError', 'generator raised StopIteration', [121, 91], 'StopIteration', 'StopIteration')
(695, 'TypeError', "can't send non-None value to a just-started generator", [121], 'NoneType', 'NoneType')
2
(1, 1)
(698, 'RuntimeError', 'generator raised StopIteration', [128, 91], 'StopIteration', 'StopIteration')
5
[1754]
