// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "studio/catalog_place.h"
#include "studio/sample/sample_catalog.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// What runs behind the window: the open catalog (the person's own, or the sample), who acts in it, the
/// salvage of what an earlier run left unfinished, and word of changes that came from anywhere. GUI thread.
class App : public QObject {
    Q_OBJECT

public:
    enum class Place { Own, Sample };
    struct Options {
        std::string catalog; ///< folder of the own catalog; empty for the usual one
        std::string person;  ///< name or id of who acts; empty for whom the catalog saw last
        bool sample = false; ///< the person is one of the sample's
    };

    explicit App(Options options, QObject* parent = nullptr);
    ~App() override;

    /// Opens the own catalog and starts salvaging in the background. At a failure no catalog is open.
    Result<void> openOwn();
    Result<void> openSample();
    /// Another catalog is the own one from now on; openOwn opens it.
    void chooseFolder(const std::string& folder);
    /// The own catalog's folder, where opening it takes a while because it is of an older version and much is
    /// in it. Nothing where it isn't so.
    [[nodiscard]] std::optional<std::filesystem::path> largeOlderCatalog() const;
    /// Removes the sample, going back to the own catalog first.
    Result<void> removeSample();
    Result<void> restoreSample();
    [[nodiscard]] SampleState sampleState() const;

    [[nodiscard]] catalog::Catalog* catalog() const {
        return m_catalog.get();
    } ///< nullptr where none could be opened
    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] std::string folder() const;

    [[nodiscard]] std::vector<catalog::Person> people() const;
    [[nodiscard]] std::optional<catalog::Person> actor() const;
    /// Remembered for this catalog. Not where people sign in.
    void setActor(catalog::PersonId person);

    /// Whether people sign in to the catalog that is open.
    [[nodiscard]] bool peopleSignIn() const { return m_peopleSignIn; }
    /// Whether they do and nobody has: nothing of the catalog may be shown.
    [[nodiscard]] bool awaitsSignIn() const;
    /// Whether somebody has signed in to the own catalog, also while they look at the sample.
    [[nodiscard]] bool isSignedIn() const { return !m_signedIn.isNull(); }
    [[nodiscard]] int idleMinutes() const { return m_idleMinutes; }
    /// As whom the program was started, where the person still has to sign in; empty for nobody.
    [[nodiscard]] const std::string& namedPerson() const { return m_options.person; }
    /// Who has given their passphrase, or turned signing in on; acts from now on.
    void signIn(catalog::PersonId person);
    /// Nobody acts any more. From the sample it goes back to the own catalog, whose door is closed then.
    void signOut();
    /// While the acting person turns signing in on or off: what the catalog says then is no news.
    void setChangingSignIn(bool changing);

    /// Found unfinished at the start, with what became of them.
    [[nodiscard]] const std::vector<catalog::Recording>& recovered() const { return m_recovered; }
    void forgetRecovered() { m_recovered.clear(); }

signals:
    void catalogAboutToChange(); ///< who holds a reference to the catalog lets go now
    void catalogChanged();
    void revisionMoved(); ///< an event was added, by this program or another one
    void actorChanged();  ///< also to nobody
    void signInLost();    ///< the person's passphrase was reset, or signing in was turned on elsewhere
    void recoveryFinished();
    void recoveryFailed(const mockingbird::Error& error);

private:
    void adopt(std::unique_ptr<catalog::Catalog> opened, Place place);
    void close();
    void chooseActor();
    void readSignIn();
    void recover();
    void look();

    Options m_options;
    CatalogPlace m_catalogPlace;
    std::unique_ptr<catalog::Catalog> m_catalog;
    Place m_place = Place::Own;
    bool m_peopleSignIn = false;
    bool m_changingSignIn = false;
    int m_idleMinutes = 0;
    catalog::PersonId m_signedIn; ///< into the own catalog; stays so while the sample is open
    std::int64_t m_revision = 0;
    std::vector<catalog::Recording> m_recovered;
    bool m_recoveredOnce = false;
    QTimer m_poll;
    QThreadPool m_pool; ///< one thread: salvaging
};

} // namespace mockingbird::studio
