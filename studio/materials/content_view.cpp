// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/content_view.h"

#include "studio/materials/image_content_view.h"
#include "studio/materials/link_content_view.h"
#include "studio/materials/pdf_content_view.h"
#include "studio/materials/recording_content_view.h"
#include "studio/materials/text_content_view.h"

namespace mockingbird::studio {

ContentView* makeContentView(catalog::MaterialKind kind) {
    switch (kind) {
    case catalog::MaterialKind::Markdown:
    case catalog::MaterialKind::Html:
        return new TextContentView;
    case catalog::MaterialKind::Pdf:
        return new PdfContentView;
    case catalog::MaterialKind::Image:
        return new ImageContentView;
    case catalog::MaterialKind::Link:
        return new LinkContentView;
    case catalog::MaterialKind::Recording:
        return new RecordingContentView;
    }
    return nullptr;
}

} // namespace mockingbird::studio
