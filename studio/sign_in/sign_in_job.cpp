// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/sign_in_job.h"

#include "common/catalog/catalog.h"
#include "common/catalog/sign_in_store.h"

#include <exception>

namespace mockingbird::studio {

namespace {

Result<SignInJob::Answer> answer(const std::filesystem::path& folder, catalog::PersonId actor,
                                 const SignInJob::Work& work) {
    try {
        const auto open = TRY(catalog::Catalog::open(folder, catalog::Catalog::Missing::Refuse));
        open->actAs(actor);
        return work(open->signIn());
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

} // namespace

SignInJob::SignInJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

SignInJob::~SignInJob() {
    m_pool.waitForDone();
}

void SignInJob::start(const std::filesystem::path& catalog, catalog::PersonId actor, Work work, Then then) {
    m_busy = true;
    m_pool.start([this, catalog, actor, work = std::move(work), then = std::move(then)] {
        const auto found = answer(catalog, actor, work);
        QMetaObject::invokeMethod(
            this,
            [this, found, then] {
                m_busy = false;
                then(found);
            },
            Qt::QueuedConnection);
    });
}

} // namespace mockingbird::studio
