// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tendency/tendency_panel.h"

#include "common/ui/theme.h"
#include "review/tendency/tendency_figure.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

/// Below these a difference is not worth a word: a quarter of a level, ten points of a hundred.
constexpr double kLevels = 0.25;
constexpr double kShare = 0.10;

QString levels(double value) {
    return QString::number(std::abs(value), 'f', 1);
}

QString percent(double share) {
    return QString::number(100 * share, 'f', 0);
}

} // namespace

TendencyPanel::TendencyPanel(QWidget* parent)
    : QWidget(parent), m_about(ui::label({}, ui::TextStyle::Body, this)),
      m_tooFew(ui::label({}, ui::TextStyle::Body, this)) {
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    m_column->setSpacing(ui::px(ui::kLarge));
    m_column->addWidget(ui::label(tr("How you tend to rate"), ui::TextStyle::Heading, content));
    m_column->addWidget(m_about);
    m_column->addWidget(m_tooFew);
    m_column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("How you tend to rate"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_about->setText(
        tr("Only you see this. There is no right or wrong in it: it shows habits that a rater can't "
           "see from one review alone.\nThe dot is you; the open diamond, where there is one, those "
           "who rated the same sessions."));
}

FigureContent TendencyPanel::severity(const RaterTendency& tendency) {
    FigureContent figure;
    figure.name = tr("Strict or mild");
    if (!tendency.severity) {
        figure.sentence = tr("Nobody else has rated the same yet.");
        return figure;
    }
    const double value = tendency.severity->value;
    figure.low = -2;
    figure.high = 2;
    figure.middle = 0;
    figure.own = value;
    figure.lowText = tr("2 levels stricter");
    figure.highText = tr("2 levels milder");
    if (std::abs(value) < kLevels)
        figure.sentence = tr("You rate about as those who rated the same.");
    else
        figure.sentence =
            value > 0 ? tr("You rate %1 levels milder on average than the others.").arg(levels(value))
                      : tr("You rate %1 levels stricter on average than the others.").arg(levels(value));
    figure.basis = tr("From %1 scores that somebody else gave too.").arg(tendency.severity->n);
    return figure;
}

FigureContent TendencyPanel::spread(const RaterTendency& tendency) {
    FigureContent figure;
    figure.name = tr("Telling criteria apart");
    if (!tendency.spreadWithin) {
        figure.sentence = tr("This needs reviews with three scores or more.");
        return figure;
    }
    figure.low = 0;
    figure.high = 2;
    figure.own = tendency.spreadWithin->value;
    figure.lowText = tr("all alike");
    figure.highText = tr("far apart");
    figure.sentence = tr("Within a review your levels lie %1 levels around their mean.")
                          .arg(levels(tendency.spreadWithin->value));
    if (tendency.coRatersSpreadWithin) {
        figure.others = tendency.coRatersSpreadWithin->value;
        figure.sentence = tr("Within a review your levels lie %1 levels around their mean, the others' %2.")
                              .arg(levels(tendency.spreadWithin->value), levels(*figure.others));
        if (tendency.spreadWithin->value < *figure.others - kLevels)
            figure.sentence +=
                tr(" One strong impression may colour the rest: look at each criterion by itself.");
    }
    figure.basis = tr("From %1 reviews.").arg(tendency.spreadWithin->n);
    return figure;
}

FigureContent TendencyPanel::central(const RaterTendency& tendency) {
    FigureContent figure;
    figure.name = tr("Levels in the middle");
    if (!tendency.centralShare) {
        figure.sentence = tr("There is no score yet.");
        return figure;
    }
    figure.own = tendency.centralShare->value;
    figure.lowText = tr("never");
    figure.highText = tr("always");
    figure.sentence = tr("%1 % of your scores are on the middle of the scale.").arg(percent(*figure.own));
    if (tendency.coRatersCentralShare) {
        figure.others = tendency.coRatersCentralShare->value;
        figure.sentence = tr("%1 % of your scores are on the middle of the scale, %2 % of the others'.")
                              .arg(percent(*figure.own), percent(*figure.others));
        if (*figure.own > *figure.others + kShare)
            figure.sentence += tr(" Where an anchor of a higher or lower level fits, give it.");
    }
    figure.basis = tr("From %1 scores.").arg(tendency.centralShare->n);
    return figure;
}

FigureContent TendencyPanel::evidence(const RaterTendency& tendency) {
    FigureContent figure;
    figure.name = tr("Scores with their moment");
    if (!tendency.evidenceShare) {
        figure.sentence = tr("There is no score yet.");
        return figure;
    }
    figure.own = tendency.evidenceShare->value;
    figure.lowText = tr("none");
    figure.highText = tr("all");
    figure.sentence = tr("%1 % of your scores rest on a note or a moment.").arg(percent(*figure.own));
    if (*figure.own < 0.5)
        figure.sentence += tr(" A moment lets the mentee see what you saw.");
    figure.basis = tr("From %1 scores.").arg(tendency.evidenceShare->n);
    return figure;
}

void TendencyPanel::showTendency(const RaterTendency& tendency) {
    for (TendencyFigure* figure : m_figures)
        delete figure;
    m_figures.clear();
    const bool enough = tendency.reviews >= kLeastReviews;
    m_tooFew->setVisible(!enough);
    m_tooFew->setText(tr("Too few reviews yet: this needs %1 that you have sealed, and there %2. Fewer would "
                         "say more about the "
                         "sessions than about you.")
                          .arg(kLeastReviews)
                          .arg(tendency.reviews == 0   ? tr("is none")
                               : tendency.reviews == 1 ? tr("is one")
                                                       : tr("are %1").arg(tendency.reviews)));
    if (!enough)
        return;
    for (const FigureContent& content :
         {severity(tendency), spread(tendency), central(tendency), evidence(tendency)}) {
        auto* figure = new TendencyFigure(content);
        m_column->insertWidget(m_column->count() - 1, figure);
        m_figures.push_back(figure);
    }
}

QString TendencyPanel::text() const {
    QStringList texts(m_about->text());
    if (!m_tooFew->isHidden())
        texts << m_tooFew->text();
    for (const TendencyFigure* figure : m_figures)
        texts << figure->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace mockingbird::review
