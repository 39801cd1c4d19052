"""The model in PyTorch: one encoder, and heads that read its output.

The heads are mirrored in numpy by `dragoman.mark.heads`; names of parameters are the names in the bundle.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from dragoman.mark.heads import N_DISTANCES, N_STOPS, REACH
from dragoman.mark.words import FEATURES
from train.places import N_RANKS


@dataclass(frozen=True)
class Sizes:
    """The widths of the heads and the numbers of their labels."""

    hidden: int
    type_size: int
    attribute_hidden: int
    link_size: int
    types: int
    role_tags: int
    mention_tags: int
    cue_tags: int
    modes: int
    statuses: int
    responsibilities: int
    stances: int
    roles: int
    kinds: int
    other_tags: dict[str, int]


class Smoothing(nn.Module):
    """One mean-field step over a chain of tags; see `dragoman.mark.heads.Heads.smooth`."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(tags, tags, 2 * REACH + 1))
        self.bias = nn.Parameter(torch.zeros(tags))

    def forward(self, scores: Tensor) -> Tensor:
        """Scores (sequences, words, tags) in and out."""
        likely = torch.softmax(scores, dim=2).transpose(1, 2)
        return scores + functional.conv1d(likely, self.weight, self.bias, padding=REACH).transpose(1, 2)


class Heads(nn.Module):
    """All heads. A word is its first piece's vector and its features; an anchor is the mean of its words."""

    def __init__(self, width: int, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        row = width + len(FEATURES)
        anchor = row + sizes.type_size
        self.dropout = nn.Dropout(dropout)
        self.trigger = nn.Linear(row, sizes.types + 1)
        self.cue = nn.Linear(row, 2)
        self.junk = nn.Linear(row, 2)
        self.mention = nn.Linear(row, sizes.mention_tags)
        self.type_vectors = nn.Embedding(sizes.types + 1, sizes.type_size)
        self.pair_anchor = nn.Linear(anchor, sizes.hidden)
        self.pair_word = nn.Linear(row, sizes.hidden)
        self.pair_left = nn.Linear(anchor, sizes.hidden)
        self.pair_right = nn.Linear(row, sizes.hidden)
        self.pair_distance = nn.Embedding(N_DISTANCES, sizes.hidden)
        self.pair_stops = nn.Embedding(N_STOPS, sizes.hidden)
        self.role = nn.Linear(sizes.hidden, sizes.role_tags)
        self.part = nn.Linear(sizes.hidden, sizes.cue_tags)
        self.mention_smooth = Smoothing(sizes.mention_tags)
        self.part_smooth = Smoothing(sizes.cue_tags)
        mention = 2 * row + sizes.type_size
        self.kind_vectors = nn.Embedding(sizes.kinds, sizes.type_size)
        self.play_anchor = nn.Linear(anchor, sizes.hidden)
        self.play_mention = nn.Linear(mention, sizes.hidden)
        self.play_left = nn.Linear(anchor, sizes.hidden)
        self.play_right = nn.Linear(mention, sizes.hidden)
        self.play_distance = nn.Embedding(N_DISTANCES, sizes.hidden)
        self.play_stops = nn.Embedding(N_STOPS, sizes.hidden)
        self.play_rank = nn.Embedding(N_RANKS, sizes.hidden)
        self.play_hidden = nn.Linear(sizes.hidden, 64)
        self.play = nn.Linear(64, sizes.roles + 1)
        self.attribute = nn.Linear(anchor, sizes.attribute_hidden)
        self.mode = nn.Linear(sizes.attribute_hidden, sizes.modes)
        self.status = nn.Linear(sizes.attribute_hidden, sizes.statuses)
        self.responsibility = nn.Linear(sizes.attribute_hidden, sizes.responsibilities)
        self.stance = nn.Linear(sizes.attribute_hidden, sizes.stances)
        self.link_anchor = nn.Linear(anchor, sizes.link_size)
        self.link_hidden = nn.Linear(2 * sizes.link_size + 5, 64)
        self.link = nn.Linear(64, 1)
        # Last layers for other guidelines than our codebook's, left out of the bundle: PolNeAR marks more and
        # longer cues, PropBank gives roles to any verb.
        self.polnear_cue = nn.Linear(row, 2)
        self.polnear_part = nn.Linear(sizes.hidden, sizes.cue_tags)
        self.polnear_smooth = Smoothing(sizes.cue_tags)
        self.propbank_role = nn.Linear(sizes.hidden, sizes.role_tags)
        self.propbank_play = nn.Linear(64, sizes.roles + 1)
        self.other = nn.ModuleDict({name: nn.Linear(row, tags) for name, tags in sizes.other_tags.items()})

    def anchors(self, rows: Tensor, spans: Tensor, types: Tensor) -> Tensor:
        """Vectors (anchors, row + type) of word spans (anchors, 2) of one window's rows (words, row)."""
        return torch.cat([_means(rows, spans), self.type_vectors(types)], dim=1)

    def pairs(self, anchors: Tensor, rows: Tensor, distances: Tensor, stops: Tensor) -> Tensor:
        """Hidden states (anchors, words, hidden) of each anchor with each word."""
        added = self.pair_anchor(anchors).unsqueeze(1) + self.pair_word(rows).unsqueeze(0)
        product = self.pair_left(anchors).unsqueeze(1) * self.pair_right(rows).unsqueeze(0)
        return self.dropout(torch.relu(added + product + self.pair_distance(distances) + self.pair_stops(stops)))

    def mentions(self, rows: Tensor, spans: Tensor, kinds: Tensor) -> Tensor:
        """Vectors (mentions, 2 row + kind) of mentions' word spans (mentions, 2)."""
        return torch.cat([_means(rows, spans), rows[spans[:, 1] - 1], self.kind_vectors(kinds)], dim=1)

    def plays(self, anchors: Tensor, mentions: Tensor, distances: Tensor, stops: Tensor, ranks: Tensor) -> Tensor:
        """Hidden states (anchors, mentions, 64) of each trigger with each mention."""
        added = self.play_anchor(anchors).unsqueeze(1) + self.play_mention(mentions).unsqueeze(0)
        product = self.play_left(anchors).unsqueeze(1) * self.play_right(mentions).unsqueeze(0)
        where = self.play_distance(distances) + self.play_stops(stops) + self.play_rank(ranks)
        return self.dropout(torch.relu(self.play_hidden(self.dropout(torch.relu(added + product + where)))))

    def attributes(self, anchors: Tensor) -> Tensor:
        """Hidden states (anchors, attribute_hidden) for modes, status, responsibility and stance."""
        return self.dropout(torch.relu(self.attribute(anchors)))

    def links(self, anchors: Tensor, left: Tensor, right: Tensor, extras: Tensor) -> Tensor:
        """Logits (pairs,) that two triggers of one type tell of the same event."""
        vectors = self.link_anchor(anchors)
        a, b = vectors[left], vectors[right]
        hidden = torch.relu(self.link_hidden(torch.cat([a * b, (a - b).abs(), extras], dim=1)))
        return self.link(self.dropout(hidden)).squeeze(1)


def _means(rows: Tensor, spans: Tensor) -> Tensor:
    sums = torch.cat([rows.new_zeros(1, rows.shape[1]), rows.cumsum(0)])
    lengths = (spans[:, 1] - spans[:, 0]).clamp(min=1).unsqueeze(1)
    return (sums[spans[:, 1]] - sums[spans[:, 0]]) / lengths


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder_folder: str, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder_folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        self.heads = Heads(self.encoder.config.hidden_size, sizes, dropout)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors (windows, pieces, width) of word pieces (windows, pieces)."""
        return self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
