// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/strong_id.h"

namespace mockingbird::catalog {

using EventId = Id<struct EventTag>;
using PersonId = Id<struct PersonTag>;
using CohortId = Id<struct CohortTag>;
using PairId = Id<struct PairTag>;
using KitId = Id<struct KitTag>;
using KitDraftId = Id<struct KitDraftTag>;
using QuestionId = Id<struct QuestionTag>;
using RubricId = Id<struct RubricTag>;
using CriterionId = Id<struct CriterionTag>;
using MaterialId = Id<struct MaterialTag>;
using SessionId = Id<struct SessionTag>;
using RecordingId = Id<struct RecordingTag>;
using SegmentId = Id<struct SegmentTag>;
using BookmarkId = Id<struct BookmarkTag>;
using ConsentId = Id<struct ConsentTag>;
using IncidentId = Id<struct IncidentTag>;
using ReviewId = Id<struct ReviewTag>;
using NoteId = Id<struct NoteTag>;
using ScoreId = Id<struct ScoreTag>;
using CommitmentId = Id<struct CommitmentTag>;
using ReplyId = Id<struct ReplyTag>;
using AgreedScoreId = Id<struct AgreedScoreTag>;
using CalibrationId = Id<struct CalibrationTag>;
using CaptionsId = Id<struct CaptionsTag>;
using PeopleImportId = Id<struct PeopleImportTag>;

} // namespace mockingbird::catalog
