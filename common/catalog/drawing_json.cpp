// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/drawing_json.h"

#include "common/catalog/payload.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace mockingbird::catalog {

namespace {

using nlohmann::json;

constexpr std::array kShapeKinds = {ShapeKind::Arrow, ShapeKind::Ellipse, ShapeKind::Line};
/// Finer than a pixel of an 8K frame, and short as text.
constexpr double kSteps = 100'000;

std::string_view name(ShapeKind kind) {
    switch (kind) {
    case ShapeKind::Arrow:
        return "arrow";
    case ShapeKind::Ellipse:
        return "ellipse";
    case ShapeKind::Line:
        return "line";
    }
    return "line";
}

ShapeKind kindFrom(const std::string& word) {
    for (const ShapeKind kind : kShapeKinds)
        if (name(kind) == word)
            return kind;
    throw Failure{{ErrorCode::Corrupt, "a drawing holds a shape of an unknown kind: " + word, 0}};
}

bool onFrame(const FramePoint& point) {
    const auto within = [](double value) { return value >= 0 && value <= 1; }; // no NaN is
    return within(point.x) && within(point.y);
}

} // namespace

json toJson(const Drawing& drawing) {
    if (drawing.empty())
        return nullptr;
    json shapes = json::array();
    for (const DrawnShape& shape : drawing.shapes) {
        json points = json::array();
        for (const FramePoint& point : shape.points) {
            points.push_back(std::round(point.x * kSteps) / kSteps);
            points.push_back(std::round(point.y * kSteps) / kSteps);
        }
        shapes.push_back({{"kind", name(shape.kind)}, {"points", std::move(points)}});
    }
    return {{"picture", drawing.picture}, {"shapes", std::move(shapes)}};
}

Drawing drawingFromJson(const json& value) {
    Drawing drawing;
    if (value.is_null())
        return drawing;
    drawing.picture = value.at("picture").get<int>();
    for (const json& each : value.at("shapes")) {
        DrawnShape shape;
        shape.kind = kindFrom(each.at("kind").get<std::string>());
        const json& points = each.at("points");
        for (std::size_t i = 0; i + 1 < points.size(); i += 2)
            shape.points.push_back({points[i].get<double>(), points[i + 1].get<double>()});
        drawing.shapes.push_back(std::move(shape));
    }
    return drawing;
}

Result<void> checkDrawing(const Drawing& drawing) {
    const auto wrong = [](const std::string& what) { return Error{ErrorCode::InvalidArgument, what, 0}; };
    if (drawing.picture < 0)
        return wrong("a drawing lies on a picture that can't be");
    if (drawing.shapes.size() > Drawing::kMostShapes)
        return wrong("a drawing has at most " + std::to_string(Drawing::kMostShapes) + " shapes");
    for (const DrawnShape& shape : drawing.shapes) {
        const std::size_t points = shape.points.size();
        if (points > Drawing::kMostPoints)
            return wrong("a shape has at most " + std::to_string(Drawing::kMostPoints) + " points");
        if (shape.kind == ShapeKind::Line ? points < 1 : points != 2)
            return wrong("an arrow and an ellipse have two points, a line has one at least");
        if (!std::all_of(shape.points.begin(), shape.points.end(), onFrame))
            return wrong("a drawing lies on the frame, from 0 to 1");
    }
    return {};
}

} // namespace mockingbird::catalog
