// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/balance_card.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("mockingbird::review::BalanceCard", text);
}

QString timeLine(const BalanceContent& content) {
    const auto spent = content.spent->count();
    const auto allowed = content.allowed.count();
    if (spent > allowed)
        return tr("%1 minutes used: %2 more than the %3 meant for a review.")
            .arg(spent)
            .arg(spent - allowed)
            .arg(allowed);
    return tr("%1 of %2 minutes used, %3 left.").arg(spent).arg(allowed).arg(allowed - spent);
}

QString questionLine(const BalanceContent& content) {
    QStringList names;
    for (const catalog::QuestionId id : content.balance.questionsWithoutNote) {
        const auto found = std::ranges::find(content.kit.questions, id, &catalog::Question::id);
        names << QString::number(found - content.kit.questions.begin() + 1);
    }
    return names.isEmpty() ? tr("Every question has a note.")
                           : tr("Questions without a note: %1.").arg(names.join(QStringLiteral(", ")));
}

} // namespace

QString questionName(const catalog::Kit& kit, catalog::QuestionId question) {
    const auto found = std::ranges::find(kit.questions, question, &catalog::Question::id);
    return found == kit.questions.end() ? tr("another question")
                                        : tr("question %1").arg(found - kit.questions.begin() + 1);
}

QString scoreName(const catalog::Kit& kit, catalog::CriterionId criterion,
                  const std::optional<catalog::QuestionId>& question) {
    const catalog::Criterion* found = kit.rubric.criterion(criterion);
    const QString name = found ? ui::toQString(found->name) : tr("another criterion");
    return question ? tr("%1 · %2").arg(questionName(kit, *question), name) : name;
}

QStringList balanceLines(const BalanceContent& content, BalanceDetail detail) {
    const ReviewBalance& balance = content.balance;
    QStringList lines;
    if (balance.strengths + balance.growth == 0)
        lines << tr("No note is tagged as a strength or as growth yet.");
    else if (balance.growth == 0 || balance.strengths == 0)
        lines << tr("%1 to %2: one side is missing.")
                     .arg(balance.strengths == 1 ? tr("1 strength")
                                                 : tr("%1 strengths").arg(balance.strengths),
                          tr("%1 for growth").arg(balance.growth));
    else
        lines << tr("%1 to %2.")
                     .arg(balance.strengths == 1 ? tr("1 strength")
                                                 : tr("%1 strengths").arg(balance.strengths),
                          tr("%1 for growth").arg(balance.growth));
    QStringList names;
    for (const catalog::CriterionId id : balance.criteriaWithoutNote)
        names << scoreName(content.kit, id, std::nullopt);
    lines << (names.isEmpty() ? tr("Every criterion has a note.")
                              : tr("Criteria without a note: %1.").arg(names.join(QStringLiteral(", "))));
    if (detail == BalanceDetail::Whole)
        lines << questionLine(content);
    if (content.spent)
        lines << timeLine(content);
    return lines;
}

/// Strengths from the left, growth from the right; told apart by place, words and hatching, not by colour
/// alone.
class BalanceCard::Bar : public QWidget {
public:
    explicit Bar(QWidget* parent) : QWidget(parent) {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void show(std::size_t strengths, std::size_t growth) {
        m_strengths = static_cast<int>(strengths);
        m_growth = static_cast<int>(growth);
        setVisible(m_strengths + m_growth > 0);
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {ui::px(200), ui::px(12)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const int sum = m_strengths + m_growth;
        if (sum == 0)
            return;
        const ui::Colors& colors = ui::colors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath round;
        round.addRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
        painter.setClipPath(round);
        const int middle = width() * m_strengths / sum;
        painter.fillRect(QRect(0, 0, middle, height()), colors.accent);
        const QRect other(middle, 0, width() - middle, height());
        painter.fillRect(other, colors.raised);
        painter.fillRect(other, QBrush(colors.controlBorder, Qt::BDiagPattern));
        painter.setPen(QPen(colors.controlBorder, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0,
                                height() / 2.0);
    }

private:
    int m_strengths = 0;
    int m_growth = 0;
};

BalanceCard::BalanceCard(QWidget* parent)
    : QWidget(parent), m_bar(new Bar(this)), m_lines(ui::label({}, ui::TextStyle::Body, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addWidget(m_bar);
    layout->addWidget(m_lines);
    m_bar->hide();
}

void BalanceCard::showContent(const BalanceContent& content, BalanceDetail detail) {
    m_bar->show(content.balance.strengths, content.balance.growth);
    m_lines->setText(balanceLines(content, detail).join(QLatin1Char('\n')));
}

QString BalanceCard::text() const {
    return m_lines->text();
}

} // namespace mockingbird::review
