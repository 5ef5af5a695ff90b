// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/app.h"

#include "common/base/log.h"
#include "common/catalog/sign_in_store.h"
#include "recorder/filing/recovery.h"

#include <QSettings>
#include <algorithm>
#include <exception>

namespace mockingbird::studio {

namespace {

using catalog::Person;
using catalog::Role;

constexpr int kPollMs = 1000;
constexpr std::uintmax_t kLargeBytes = 8U << 20U; ///< of which a migration takes a second

QString actorKey(const catalog::Catalog& open) {
    // Slashes are QSettings' groups.
    return QStringLiteral("actors/%1")
        .arg(QString::fromLatin1(QByteArray::fromStdString(open.folder().string()).toHex()));
}

} // namespace

App::App(Options options, QObject* parent) : QObject(parent), m_options(std::move(options)) {
    m_pool.setMaxThreadCount(1);
    connect(&m_poll, &QTimer::timeout, this, &App::look);
}

App::~App() {
    m_pool.waitForDone();
}

Result<void> App::openOwn() {
    close();
    m_catalogPlace = TRY(catalogPlace(m_options.catalog));
    adopt(TRY(openOwnCatalog(m_catalogPlace)), Place::Own);
    if (!m_recoveredOnce)
        recover();
    return {};
}

Result<void> App::openSample() {
    m_catalogPlace = TRY(catalogPlace(m_options.catalog));
    auto sample = TRY(studio::openSample(m_catalogPlace));
    close();
    adopt(std::move(sample), Place::Sample);
    return {};
}

void App::chooseFolder(const std::string& folder) {
    m_options.catalog = folder;
    m_signedIn = {};
    m_recoveredOnce = false;
}

std::optional<std::filesystem::path> App::largeOlderCatalog() const {
    const auto place = catalogPlace(m_options.catalog);
    if (!place || !catalog::Catalog::isOlder(place->own))
        return std::nullopt;
    std::error_code failed;
    const auto size = std::filesystem::file_size(place->own / "catalog.db", failed);
    return !failed && size >= kLargeBytes ? std::optional(place->own) : std::nullopt;
}

Result<void> App::removeSample() {
    if (m_place == Place::Sample)
        TRY(openOwn());
    return studio::removeSample(m_catalogPlace);
}

Result<void> App::restoreSample() {
    return studio::restoreSample(m_catalogPlace);
}

SampleState App::sampleState() const {
    return studio::sampleState(m_catalogPlace);
}

std::string App::folder() const {
    return (m_place == Place::Sample ? m_catalogPlace.sample : m_catalogPlace.own).string();
}

std::vector<Person> App::people() const {
    return m_catalog == nullptr ? std::vector<Person>{} : m_catalog->people().all().valueOr({});
}

std::optional<Person> App::actor() const {
    if (m_catalog == nullptr)
        return std::nullopt;
    const auto person = m_catalog->people().byId(m_catalog->actor());
    return person ? std::optional(*person) : std::nullopt;
}

void App::setActor(catalog::PersonId person) {
    if (m_catalog == nullptr || m_peopleSignIn || m_catalog->actor() == person)
        return;
    m_catalog->actAs(person);
    QSettings().setValue(actorKey(*m_catalog), QString::fromStdString(person.toString()));
    emit actorChanged();
}

bool App::awaitsSignIn() const {
    return m_catalog != nullptr && m_peopleSignIn && m_catalog->actor().isNull();
}

void App::signIn(catalog::PersonId person) {
    if (m_catalog == nullptr || m_place != Place::Own)
        return;
    readSignIn();
    m_signedIn = m_peopleSignIn ? person : catalog::PersonId{};
    QSettings().remove(actorKey(*m_catalog));
    m_catalog->actAs(person);
    emit actorChanged();
}

void App::signOut() {
    m_signedIn = {};
    m_recovered.clear();
    if (m_place == Place::Sample) {
        if (const auto opened = openOwn(); !opened)
            log(LogLevel::Warning, "studio", opened.error().detail);
        return;
    }
    if (m_catalog == nullptr)
        return;
    readSignIn();
    m_catalog->actAs({});
    chooseActor();
    emit actorChanged();
}

void App::setChangingSignIn(bool changing) {
    m_changingSignIn = changing;
    if (!changing && m_catalog != nullptr && m_place == Place::Own) {
        readSignIn();
        m_signedIn = m_peopleSignIn ? m_catalog->actor() : catalog::PersonId{};
    }
}

void App::readSignIn() {
    const auto settings = m_catalog->signIn().settings().valueOr({});
    m_peopleSignIn = m_place == Place::Own && settings.on;
    if (m_place == Place::Own)
        m_idleMinutes = settings.idleMinutes;
}

void App::adopt(std::unique_ptr<catalog::Catalog> opened, Place place) {
    m_catalog = std::move(opened);
    m_place = place;
    readSignIn();
    chooseActor();
    m_revision = m_catalog->revision();
    m_poll.start(kPollMs);
    emit catalogChanged();
}

void App::close() {
    m_poll.stop();
    if (m_catalog == nullptr)
        return;
    emit catalogAboutToChange();
    m_catalog.reset();
}

void App::chooseActor() {
    if (m_peopleSignIn) {
        m_catalog->actAs(m_signedIn);
        return;
    }
    const std::vector<Person> everybody = people();
    if (everybody.empty())
        return;
    const auto holds = [&everybody](catalog::PersonId id) {
        return std::any_of(everybody.begin(), everybody.end(),
                           [&id](const Person& one) { return one.id == id; });
    };
    if ((m_place == Place::Sample) == m_options.sample && !m_options.person.empty()) {
        if (const auto named = m_catalog->people().find(m_options.person)) {
            m_catalog->actAs(named->id);
            return;
        }
    }
    const auto remembered =
        catalog::PersonId::parse(QSettings().value(actorKey(*m_catalog)).toString().toStdString());
    if (remembered && holds(*remembered)) {
        m_catalog->actAs(*remembered);
        return;
    }
    // The sample is the mentee's story; in an own catalog the first person is the one of the system account.
    const auto first =
        std::min_element(everybody.begin(), everybody.end(), [this](const Person& a, const Person& b) {
            const bool aFits = m_place == Place::Sample && a.roles.contains(Role::Mentee);
            const bool bFits = m_place == Place::Sample && b.roles.contains(Role::Mentee);
            return aFits != bFits ? aFits : a.id < b.id;
        });
    m_catalog->actAs(first->id);
}

void App::recover() {
    m_recoveredOnce = true;
    // Rewriting a long recording takes a while, so it has a thread and, as threads must, a catalog of its
    // own.
    m_pool.start([this, folder = m_catalogPlace.own] {
        const auto work = [&folder]() -> Result<std::vector<catalog::Recording>> {
            const auto own = TRY(catalog::Catalog::open(folder, catalog::Catalog::Missing::Refuse));
            own->actAsStudio();
            return recorder::recover(*own);
        };
        Result<std::vector<catalog::Recording>> found = Error{ErrorCode::Internal, "recovering failed", 0};
        try {
            found = work();
        } catch (const std::exception& failure) {
            log(LogLevel::Warning, "studio", failure.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, found = std::move(found)] {
                if (found) {
                    m_recovered = *found;
                    emit recoveryFinished();
                } else {
                    emit recoveryFailed(found.error());
                }
            },
            Qt::QueuedConnection);
    });
}

void App::look() {
    const std::int64_t now = m_catalog->revision();
    if (now == m_revision)
        return;
    m_revision = now;
    if (m_place == Place::Own && !m_changingSignIn) {
        const bool before = m_peopleSignIn;
        readSignIn();
        const bool holds = !m_signedIn.isNull() &&
                           m_catalog->signIn().stateOf(m_signedIn).valueOr(catalog::PassphraseState::None) ==
                               catalog::PassphraseState::Set;
        if (m_peopleSignIn != before || (m_peopleSignIn && !m_signedIn.isNull() && !holds)) {
            emit signInLost();
            return;
        }
    }
    emit revisionMoved();
}

} // namespace mockingbird::studio
